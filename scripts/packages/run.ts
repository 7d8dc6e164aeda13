import { resolve } from 'node:path';
import { auditPackages } from './audit-packages.ts';

const root = resolve(import.meta.dirname, '../..');
const today = new Date().toISOString().slice(0, 10);
process.exitCode = await auditPackages(root, process.argv.slice(2), today, console.log);
