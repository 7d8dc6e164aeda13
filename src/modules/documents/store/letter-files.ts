import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { LetterVersion } from '../core/letter-catalogue.ts';

const day = z.string().transform((text, ctx) => {
  const date = parsePlainDate(text);
  if (date === undefined) ctx.addIssue({ code: 'custom', message: `not a date: ${text}` });
  return date ?? z.NEVER;
});

const form = z.strictObject({
  number: z.string().optional(),
  name: z.string().min(1),
  source: z.string().min(1),
  certainty: z.enum(['high', 'medium', 'low']),
  validTo: day.optional(),
});

/** Reads every `<code>/<validFrom>/form.json` below the letters folder; throws naming the file that is wrong. */
export function readLetterVersions(folder: string): LetterVersion[] {
  return subfolders(folder).flatMap((code) =>
    subfolders(path.join(folder, code))
      .filter((name) => parsePlainDate(name) !== undefined)
      .map((name) => {
        const file = path.join(folder, code, name, 'form.json');
        const parsed = form.safeParse(JSON.parse(readFileSync(file, 'utf8')));
        if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
        return { code, validFrom: day.parse(name), ...parsed.data };
      }),
  );
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
