import { z } from 'zod';
import { type Role, roles } from '../../kernel/actor.ts';
import {
  basisKind,
  type CorrectedElsewhere,
  correctedFields,
  type Deadline,
  deadlineRights,
  keptKinds,
  type MaskingRules,
  type Register,
  type RetentionRule,
  type SensitiveAnswer,
} from '../../modules/privacy/public.ts';
import { type TextFile, throwFaults } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import {
  certaintyInModules,
  legalText,
  overlaps,
  procedureCode,
  provenance,
  slug,
  validity,
} from './vocabulary.ts';

const processingRow = z.strictObject({
  key: slug,
  name: legalText,
  purpose: legalText,
  basisKind,
  /** The acts it rests on. */
  basis: legalText,
  subjects: legalText,
  data: legalText,
  recipients: legalText,
  kept: legalText,
  ...validity,
  ...provenance,
});

const readRow = z.strictObject({
  /** As the journal names it, or a beginning of it up to a dot. */
  query: z.string().regex(/^[a-z]+(\.[a-z-]+)+$/),
  processing: slug,
});

const clearness = z.enum(['working', 'never']);

const maskingRow = z.strictObject({
  role: z.enum(roles),
  identityNumber: clearness,
  phone: clearness,
  email: clearness,
  address: clearness,
  birthDate: clearness,
  sensitive: clearness,
  ...provenance,
});

const kindRow = z.strictObject({
  key: slug,
  name: legalText,
  ruledBy: z.enum(['sensitive', 'birthDate']),
  ...provenance,
});

const sensitiveRow = z.strictObject({
  form: slug,
  answer: z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/),
  kind: slug,
  ...provenance,
});

/** `data/privacy/sensitive-answers.csv` with the words of `sensitive-kinds.csv`. Throws at a kind that has none. */
export function parseSensitive(answers: TextFile, kinds: TextFile): readonly SensitiveAnswer[] {
  const known = new Map(parseCsv(kinds, kindRow).map(({ row }) => [row.key, row]));
  const located = parseCsv(answers, sensitiveRow);
  throwFaults(
    located
      .filter(({ row }) => !known.has(row.kind))
      .map(({ line, row }) => ({
        path: answers.path,
        line,
        message: `kind: "${row.kind}" is no key of ${kinds.path}`,
      })),
  );
  return located.flatMap(({ row: { form, answer, kind } }) => {
    const { name, ruledBy } = known.get(kind) ?? {};
    return name === undefined || ruledBy === undefined ? [] : [{ form, answer, kind: name, ruledBy }];
  });
}

const reasonRow = z.strictObject({ key: z.string().regex(/^[a-z-]+$/), name: legalText, ...provenance });

const deadlineRow = z.strictObject({
  right: z.enum(deadlineRights),
  days: z.coerce.number().int().min(1).max(3_660),
  ...validity,
  ...provenance,
});

/** `data/privacy/deadlines.csv`. */
export function parseDeadlines(file: TextFile): readonly Deadline[] {
  return parseCsv(file, deadlineRow).map(({ row }) => row);
}

const elsewhereRow = z.strictObject({
  field: z.enum(correctedFields),
  sector: legalText,
  procedure: procedureCode,
  ...validity,
  ...provenance,
});

/** `data/privacy/corrected-elsewhere.csv`. */
export function parseCorrectedElsewhere(file: TextFile): readonly CorrectedElsewhere[] {
  return parseCsv(file, elsewhereRow).map(({ row: { procedure, ...row } }) => ({
    ...row,
    procedureCode: procedure,
  }));
}

const retentionRow = z.strictObject({
  procedure: procedureCode.optional(),
  kind: z.enum(keptKinds).optional(),
  years: z.coerce.number().int().min(1).max(200).optional(),
  countedFrom: z.enum(['end', 'nextYear']).default('nextYear'),
  basis: legalText,
  ...validity,
  ...provenance,
});

/** `data/privacy/retention.csv`. Throws where two rules of one procedure and kind hold on one day: neither would be the law. */
export function parseRetention(file: TextFile): readonly RetentionRule[] {
  const located = parseCsv(file, retentionRow);
  throwFaults(
    located.flatMap(({ line, row }, at) =>
      located
        .slice(0, at)
        .some(
          (other) =>
            other.row.procedure === row.procedure && other.row.kind === row.kind && overlaps(other.row, row),
        )
        ? [{ path: file.path, line, message: 'procedure: two rules of one kind hold on one day' }]
        : [],
    ),
  );
  return located.map(({ row: { procedure, certainty, ...row } }) => ({
    ...row,
    procedureCode: procedure,
    certainty: certaintyInModules[certainty],
  }));
}

/** `data/privacy/masking.csv` and `unmask-reasons.csv`. Throws when a role of the house has no row. */
export function parseMasking(
  byRole: TextFile,
  reasons: TextFile,
  sensitive: readonly SensitiveAnswer[],
): MaskingRules {
  const rows = new Map<Role, z.infer<typeof maskingRow>>(
    parseCsv(byRole, maskingRow).map(({ row }) => [row.role, row]),
  );
  const missing = roles.filter((role) => !rows.has(role));
  throwFaults(missing.map((role) => ({ path: byRole.path, line: 1, message: `role: no row for ${role}` })));
  return {
    roles: rows,
    sensitive,
    reasons: parseCsv(reasons, reasonRow).map(({ row: { key, name } }) => ({ key, name })),
  };
}

/** `data/privacy/processing.csv` and `reads.csv`. Throws when a reading falls under no processing, or stands twice. */
export function parseRegister(processings: TextFile, reads: TextFile): Register {
  const rows = parseCsv(processings, processingRow).map(({ row: { certainty, ...row } }) => ({
    ...row,
    certainty: certaintyInModules[certainty],
  }));
  const named = parseCsv(reads, readRow);
  const known = new Set(rows.map(({ key }) => key));
  const of = new Map(named.toReversed().map((each) => [each.row.query, each]));
  throwFaults([
    ...named
      .filter(({ row }) => !known.has(row.processing))
      .map(({ line, row }) => ({
        path: reads.path,
        line,
        message: `processing: "${row.processing}" is no key of ${processings.path}`,
      })),
    ...named
      .filter((each) => of.get(each.row.query) !== each)
      .map(({ line, row }) => ({
        path: reads.path,
        line,
        message: `query: "${row.query}" stands in a line above`,
      })),
  ]);
  return { processings: rows, reads: new Map(named.map(({ row }) => [row.query, row.processing])) };
}
