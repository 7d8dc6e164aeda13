import { auditPrune, auditVerify, auditVerifyExport } from './commands/audit.ts';
import { catalogueImport } from './commands/catalogue-import.ts';
import type { CliCommand } from './commands/cli-command.ts';
import { doctor } from './commands/doctor.ts';
import { due } from './commands/due.ts';
import { keysRotate } from './commands/keys.ts';
import { build, migrateDatabase, seed } from './commands/prepare.ts';
import { processCheck, processExport } from './commands/process-files.ts';
import { runAll, runServer, runWorker } from './commands/run-roles.ts';

/** `npx motcua …`: the first words name the command, the rest are its arguments. */
const commands: readonly CliCommand[] = [
  runServer,
  runWorker,
  runAll,
  migrateDatabase,
  seed,
  doctor,
  catalogueImport,
  due,
  processCheck,
  processExport,
  auditVerify,
  auditVerifyExport,
  auditPrune,
  keysRotate,
  build,
];

const args = process.argv.slice(2);
const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));

if (command === undefined) {
  console.log(usage());
  process.exitCode = args.length === 0 || args[0] === 'help' || args[0] === '--help' ? 0 : 2;
} else {
  try {
    process.exitCode = await command.run(args.slice(command.name.split(' ').length));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

function usage(): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const lines = commands.map(({ usage, summary }) => `  motcua ${usage.padEnd(width)}  ${summary}`);
  return [
    'Một Cửa. Các lệnh:',
    ...lines,
    '',
    'Cấu hình bằng biến môi trường: docs/operations/configuration.md',
  ].join('\n');
}
