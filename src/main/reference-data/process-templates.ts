import { z } from 'zod';
import { type DraftRow, rowKey } from '../../modules/process/contract.ts';
import { draftRow, type ProcessTemplate } from '../../modules/process/public.ts';
import type { TextFile } from './data-fault.ts';
import { performerUnit } from './performers.ts';
import { parseYaml } from './read-yaml.ts';
import { certainty, legalText, slug } from './vocabulary.ts';

const role = z.enum(['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk']);

const performedRow = z.strictObject({
  name: legalText,
  kind: z.enum(['intake', 'work', 'sign', 'issue', 'return']),
  performerName: legalText,
  unit: performerUnit,
  role,
  hours: z.number().min(0).max(1000),
  output: legalText.optional(),
  citizenText: legalText.optional(),
});

const waitRow = z.strictObject({
  name: legalText,
  kind: z.literal('wait'),
  performerName: legalText,
  message: slug,
  ground: slug,
  status: z.union([z.literal(5), z.literal(6)]),
  hours: z.number().min(0).max(5000).optional(),
  output: legalText.optional(),
  citizenText: legalText.optional(),
});

const templateFile = z.strictObject({
  key: slug,
  name: legalText,
  note: legalText.optional(),
  source: legalText,
  certainty,
  rows: z.array(z.discriminatedUnion('kind', [performedRow, waitRow])).min(2),
});
type TemplateFile = z.infer<typeof templateFile>;

/** One file of `data/process/templates`, as process takes it. */
export function parseProcessTemplate(file: TextFile): ProcessTemplate {
  const { key, name, note, source, rows } = parseYaml(file, templateFile);
  const keys = new Set<string>();
  return { key, name, note, source, rows: rows.map((row) => toDraftRow(row, keys)) };
}

function toDraftRow(row: TemplateFile['rows'][number], keys: Set<string>): DraftRow {
  const key = rowKey(row.name, keys);
  keys.add(key);
  if (row.kind !== 'wait') {
    const { unit, role: held, ...facts } = row;
    return draftRow.parse({ key, ...facts, performer: { unit, role: held } });
  }
  const { message, ground, status, ...facts } = row;
  return draftRow.parse({ key, ...facts, wait: { message, suspension: { ground, status } } });
}
