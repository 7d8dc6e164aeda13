import type { ProcedureText } from '../procedure-text.ts';
import type { TextDifference } from './differences.ts';
import { type CaseNames, nameEntry, say, sayEntry, sayValue } from './words.ts';

/** Fields of one entry that name nothing themselves: `từ 05 ngày làm việc thành 03 ngày làm việc`. */
const plain = new Set(['timeLimits.rule', 'fees.rule']);

/** The list of changes as a lawyer writes it, one sentence a part, in the order of a decision's annex. */
export function sentencesOf(
  found: readonly TextDifference[],
  before: ProcedureText,
  after: ProcedureText,
): readonly string[] {
  const cases = caseNames(before, after);
  const parts = [...new Set(found.map((difference) => difference.part))];
  return parts.map((part) =>
    sentenceOf(
      part,
      found.filter((difference) => difference.part === part),
      cases,
    ),
  );
}

/** Names of the cases of both texts, the later one's where they differ. */
export function caseNames(before: ProcedureText, after: ProcedureText): CaseNames {
  return new Map([...before.content.cases, ...after.content.cases].map(({ key, name }) => [key, name]));
}

function sentenceOf(part: string, found: readonly TextDifference[], cases: CaseNames): string {
  const removed = found
    .filter((each) => each.kind === 'removed')
    .map((each) => sayEntry(part, each.entry, cases));
  const added = found
    .filter((each) => each.kind === 'added')
    .map((each) => sayEntry(part, each.entry, cases));
  const changed = found.flatMap((each) => changesOf(each, cases));
  const params = { part: say(`difference.part.${part}`) };
  const plainly = (key: string, changes: readonly string[]) =>
    say(key, { ...params, changes: changes.join('; ') });
  if (changed.length === 0 && removed.length === 0) return plainly('difference.supplemented', added);
  if (changed.length === 0 && added.length === 0) return plainly('difference.dropped', removed);
  return plainly('difference.amended', [
    ...removed.map((what) => say('difference.remove', { what })),
    ...added.map((what) => say('difference.add', { what })),
    ...changed,
  ]);
}

function changesOf(difference: TextDifference, cases: CaseNames): readonly string[] {
  if (difference.kind === 'value') return [valueChange(difference, cases)];
  if (difference.kind !== 'changed') return [];
  const { part, before, after, fields } = difference;
  const changes = fields.map((field) => fieldChange(part, field, before[field], after[field], cases));
  return [say('difference.of', { what: nameEntry(part, before, cases), changes: changes.join(', ') })];
}

function valueChange(
  { part, before, after }: Extract<TextDifference, { kind: 'value' }>,
  cases: CaseNames,
): string {
  if (Array.isArray(before) && Array.isArray(after)) {
    const gone = before.filter((item) => !after.includes(item));
    const come = after.filter((item) => !before.includes(item));
    return [
      ...(gone.length > 0 ? [say('difference.remove', { what: sayValue(part, gone, cases) })] : []),
      ...(come.length > 0 ? [say('difference.add', { what: sayValue(part, come, cases) })] : []),
    ].join('; ');
  }
  if (before === undefined) return say('difference.add', { what: sayValue(part, after, cases) });
  if (after === undefined) return say('difference.remove', { what: sayValue(part, before, cases) });
  return say('difference.from-to', {
    before: sayValue(part, before, cases),
    after: sayValue(part, after, cases),
  });
}

function fieldChange(part: string, name: string, before: unknown, after: unknown, cases: CaseNames): string {
  const field = say(`difference.field.${name}`);
  if (before === undefined)
    return say('difference.field-added', { field, after: sayValue(name, after, cases) });
  if (after === undefined)
    return say('difference.field-removed', { field, before: sayValue(name, before, cases) });
  const params = { field, before: sayValue(name, before, cases), after: sayValue(name, after, cases) };
  return say(plain.has(`${part}.${name}`) ? 'difference.from-to' : 'difference.field-from-to', params);
}
