import { existsSync } from 'node:fs';
import type { ImportReport } from '../../modules/catalogue/public.ts';
import { systemContext } from '../system-context.ts';
import type { CliCommand } from './cli-command.ts';
import { doubtWords, reasonWords } from './import-words.ts';
import { withProduct } from './with-product.ts';

export const catalogueImport: CliCommand = {
  name: 'catalogue import',
  usage: 'catalogue import TỆP',
  summary: 'nhập thủ tục từ tệp JSON lines (.jsonl hoặc .jsonl.gz)',
  run: async ([file, ...more]) => {
    if (file === undefined || more.length > 0) throw new Error('Cách dùng: motcua catalogue import TỆP');
    if (!existsSync(file)) throw new Error(`Không có tệp ${file}.`);
    const started = Date.now();
    const result = await withProduct((product) =>
      product.modules.catalogue.importProcedures(systemContext(product, 'catalogue.import'), file),
    );
    if (!result.ok) throw new Error(`Không nhập được: ${result.refusal.type}`);
    console.log(
      [...told(result.value), `Mất ${((Date.now() - started) / 1000).toFixed(1)} giây.`].join('\n'),
    );
    return 0;
  },
};

/** The report of an import: counts, what was not believed, what stayed, and every wrong line with its reason. */
function told({ read, wrong, created, replaced, unchanged, differing, quarantined }: ImportReport): string[] {
  return [
    `Đọc ${read} dòng: thêm ${created.length}, cập nhật ${replaced.length}, giữ nguyên ${unchanged}, ` +
      `khác bản của cơ quan ${differing.length}, sai ${wrong.length}.`,
    ...quarantined.map(
      ({ doubt, facts, procedures }) =>
        `  chưa đối chiếu: ${doubtWords[doubt]}, ${facts} chỗ trong ${procedures} thủ tục`,
    ),
    ...differing.map(({ code, parts }) => `  giữ bản của cơ quan: ${code} (khác ở ${parts.join(', ')})`),
    ...wrong.map(({ line, reason, code, at, detail }) => {
      const where = [code, at, detail].filter(Boolean).join(', ');
      return `  dòng ${line}: ${reasonWords[reason]}${where ? ` (${where})` : ''}`;
    }),
  ];
}
