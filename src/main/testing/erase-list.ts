/**
 * A process to be killed: carries out a confirmed list and writes a line for each dossier it has erased.
 * Arguments: database URL, data folder, id of the list, instant.
 */
import { writeSync } from 'node:fs';
import { compose } from '../compose.ts';
import { aCertainRule, privacyUnder } from './certain-retention.ts';
import { aTestConfig } from './test-config.ts';

const [url = '', folder = '', erasureId = '', instant = ''] = process.argv.slice(2);
const product = await compose(aTestConfig(url, folder));
const { kept } = product.modules.dossiers;
const told = {
  ...product,
  modules: {
    ...product.modules,
    dossiers: {
      ...product.modules.dossiers,
      kept: {
        ...kept,
        erase: async (...given: Parameters<typeof kept.erase>) => {
          await kept.erase(...given);
          writeSync(1, `${given[2]}\n`);
        },
      },
    },
  },
};
const privacy = await privacyUnder(told, [aCertainRule({ years: 5 })], () => new Date(instant));
await privacy.tasks['privacy.erase-list']?.({ jurisdiction: product.jurisdiction, erasureId });
await product.close();
