import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dueAnswerer, type NamedCalendar } from '../core/clock/answer-due-line.ts';

/** `motcua due`: JSON lines in, an answer a line out, in order and as they come. Empty lines are passed over. */
export async function answerDueLines(input: Readable, output: Writable, named: NamedCalendar): Promise<void> {
  const answer = dueAnswerer(named);
  async function* answers() {
    for await (const line of createInterface({ input, crlfDelay: Infinity }))
      if (line.trim() !== '') yield `${answer(line)}\n`;
  }
  await pipeline(answers, output, { end: false });
}
