/** A worker to be killed: fires the timers due at an instant. Arguments: database URL, data folder, the instant. */
import { compose } from '../compose.ts';
import { aTestConfig } from './test-config.ts';

const [url = '', folder = '', now = ''] = process.argv.slice(2);
const product = await compose({ ...aTestConfig(url, folder), clock: new Date(now) });
await product.tasks['dossiers.sweep-timers']?.(null);
await product.close();
