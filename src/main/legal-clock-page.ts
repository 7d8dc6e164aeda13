import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dueAnswerer } from '../modules/process/public.ts';
import { shippedCalendars } from './reference-data/shipped-calendars.ts';

/** One worked example of docs/legal-clock-examples.json: a case as `motcua due` takes it, and what must come out. */
const example = z.strictObject({
  id: z.string(),
  about: z.string(),
  case: z.looseObject({ receivedAt: z.string() }),
  expected: z.strictObject({
    dueAt: z.string(),
    usedMinutes: z.int().optional(),
    leftMinutes: z.int().optional(),
    forecast: z.boolean().optional(),
  }),
});
export type WorkedExample = z.infer<typeof example>;

const answerShape = z.object({ dueAt: z.string(), explanation: z.array(z.string()) });

/** The worked examples of the documentation, in order. */
export async function readWorkedExamples(root: string): Promise<readonly WorkedExample[]> {
  return z
    .array(example)
    .parse(JSON.parse(await readFile(join(root, 'docs/legal-clock-examples.json'), 'utf8')));
}

/** docs/legal-clock.md with its table of examples written anew. */
export async function legalClockPage(root: string): Promise<string> {
  const page = await readFile(join(root, 'docs/legal-clock.md'), 'utf8');
  const [before = '', rest = ''] = page.split('<!-- examples -->\n');
  const [, after = ''] = rest.split('<!-- end of examples -->');
  const answer = dueAnswerer(await shippedCalendars(root));
  const rows = (await readWorkedExamples(root)).map((one) => row(one, answer(JSON.stringify(one.case))));
  const table = ['| Tình huống | Hạn | Vì sao |', '|---|---|---|', ...rows].join('\n');
  return `${before}<!-- examples -->\n${table}\n<!-- end of examples -->${after}`;
}

function row({ about }: WorkedExample, line: string): string {
  const { dueAt, explanation } = answerShape.parse(JSON.parse(line));
  return `| ${about} | ${dueAt.slice(0, 16).replace('T', ' ')} | ${explanation.slice(0, -1).join('<br>')} |`;
}

if (import.meta.main) await writeFile('docs/legal-clock.md', await legalClockPage('.'));
