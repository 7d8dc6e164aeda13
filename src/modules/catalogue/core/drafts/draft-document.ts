import type { z } from 'zod';
import type { FieldRefusal } from '../../../../kernel/refusal.ts';
import { type ProcedureText, procedureText } from '../procedure-text.ts';

/** Everything may still be missing, text may still be empty; what is there has its type. */
type Unfinished<T> = T extends readonly (infer Item)[]
  ? readonly Unfinished<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Unfinished<T[Key]> | undefined }
    : T;

/** A text being written: the shape of a procedure's text in which anything may still be missing. */
export type DraftDocument = Unfinished<ProcedureText>;

/** What stands between a draft and a text: places not filled in yet, and places filled in wrongly. */
export interface DraftFaults {
  readonly missing: readonly FieldRefusal[];
  readonly wrong: readonly FieldRefusal[];
}

/** The finished text, or what keeps it from being one. */
export function readDraft(document: unknown): { readonly text: ProcedureText } | DraftFaults {
  const parsed = procedureText.safeParse(document);
  if (parsed.success) return { text: parsed.data };
  const missing: FieldRefusal[] = [];
  const wrong: FieldRefusal[] = [];
  for (const issue of parsed.error.issues) {
    const pointer = pointerTo(issue.path);
    if (issue.code === 'unrecognized_keys')
      wrong.push(
        ...issue.keys.map((key) => ({
          pointer: `${pointer}/${escapePart(key)}`,
          type: 'input.unknown-field' as const,
        })),
      );
    else if (isMissing(issue, document)) missing.push({ pointer, type: 'input.required' });
    else wrong.push({ pointer, type: wrongType(issue) });
  }
  return { missing, wrong };
}

/** A blank text of a procedure: one case, nothing else said. */
export function blankDocument(code: string, name = ''): DraftDocument {
  return {
    code,
    name,
    sector: '',
    levels: [],
    serviceLevel: 'unknown',
    routing: { kind: 'here' },
    content: {
      applicants: [],
      competentAgency: { rule: { kind: 'named' }, certainty: 'unverified', doubts: [] },
      channels: ['counter'],
      questions: [],
      cases: [{ key: 'chung', name: 'Trường hợp chung', certainty: 'verified', doubts: [] }],
      components: [],
      timeLimits: [],
      settledAtCounter: false,
      supplementRequests: 1,
      fees: [],
      results: [],
      requirements: [],
      legalBases: [],
      steps: [],
      decisions: [],
      keywords: [],
      sources: [],
    },
  };
}

/** Not there, or there and still empty. */
function isMissing(issue: z.core.$ZodIssue, document: unknown): boolean {
  const value = valueAt(document, issue.path);
  if (value === undefined)
    return issue.code === 'invalid_type' || issue.code === 'invalid_union' || issue.code === 'invalid_value';
  if (issue.code === 'invalid_union') return isMissingKind(value);
  if (issue.code !== 'too_small') return false;
  return Array.isArray(value) ? value.length === 0 : typeof value === 'string' && value.trim() === '';
}

/** One of several shapes, none chosen yet. */
function isMissingKind(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('kind' in value);
}

function wrongType(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return 'input.wrong-type';
  if (issue.code === 'invalid_value') return 'input.not-listed';
  return issue.code === 'invalid_format' ? 'input.wrong-format' : 'input.wrong';
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, part)?.value;
  }
  return value;
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${escapePart(String(part))}`).join('');
}

function escapePart(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
