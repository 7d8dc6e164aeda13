import type { BulkEdit } from '../../../../modules/catalogue/contract.ts';
import { given, textIn } from '../../typed.ts';

/** The fields that can be edited in many procedures at once, in the order of the page's tabs. */
export const bulkFields = [
  'sector',
  'agency',
  'legalBasis',
  'feeBasis',
  'channel',
] as const satisfies readonly BulkEdit['field'][];

/** What the page's forms ask for, unparsed. */
export function bulkIn(form: FormData) {
  const edit = given({
    field: textIn(form, 'field'),
    from: textIn(form, 'from'),
    to: textIn(form, 'to'),
    name: textIn(form, 'name'),
    does: textIn(form, 'does'),
    channel: textIn(form, 'channel'),
  });
  return { codes: codesIn(form), edit, ...given({ decisionId: textIn(form, 'decisionId') }) };
}

/** The procedures ticked. */
export function codesIn(form: FormData): readonly string[] {
  return form.getAll('code').filter((code) => typeof code === 'string');
}
