import { createReadStream, existsSync } from 'node:fs';
import { answerDueLines } from '../../modules/process/public.ts';
import { checkout } from '../../platform/embedded/data-home.ts';
import { shippedCalendars } from '../reference-data/shipped-calendars.ts';
import type { CliCommand } from './cli-command.ts';

const usage = 'due [TỆP]';

/** JSON cases a line in, answers a line out (docs/legal-clock.md). Needs no database: calendars are those of `data/`. */
export const due: CliCommand = {
  name: 'due',
  usage,
  summary:
    'tính hạn trả kết quả: mỗi dòng vào một trường hợp JSON, mỗi dòng ra một trả lời; không có TỆP thì đọc stdin',
  run: async ([file, ...more]) => {
    if (more.length > 0 || (file === undefined && process.stdin.isTTY))
      throw new Error(`Cách dùng: motcua ${usage}\nDạng của một dòng: docs/legal-clock.md`);
    if (file !== undefined && file !== '-' && !existsSync(file)) throw new Error(`Không có tệp ${file}`);
    const input = file === undefined || file === '-' ? process.stdin : createReadStream(file);
    await answerDueLines(input, process.stdout, await shippedCalendars(checkout));
    return 0;
  },
};
