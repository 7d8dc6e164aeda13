import type { BulkOutcome } from '../../../modules/dossiers/contract.ts';
import { given, textIn } from '../typed.ts';

/** A ticked row as its box sends it: the task and the code people know it by. */
export interface Ticked {
  readonly taskId: string;
  readonly code: string;
}

export function tickedIn(form: FormData): readonly Ticked[] {
  return form.getAll('task').flatMap((value) => {
    const [taskId, code] = typeof value === 'string' ? value.split(' ') : [];
    return taskId === undefined || code === undefined ? [] : [{ taskId, code }];
  });
}

/** `bulkInput` out of the form. */
export function bulkInputOf(form: FormData, ticked: readonly Ticked[]) {
  const act = textIn(form, 'act');
  const taskIds = ticked.map(({ taskId }) => taskId);
  if (act !== 'assign') return { act, taskIds };
  return { act, taskIds, accountId: textIn(form, 'accountId'), ...given({ reason: textIn(form, 'reason') }) };
}

export interface ToldRow {
  readonly code: string;
  readonly refusal?: NonNullable<BulkOutcome['rows'][number]['refusal']>;
}

/** How each ticked dossier fared, by its code. */
export function told(outcome: BulkOutcome, ticked: readonly Ticked[]): readonly ToldRow[] {
  const codes = new Map(ticked.map(({ taskId, code }) => [taskId, code]));
  return outcome.rows.map(({ taskId, refusal }) => ({
    code: codes.get(taskId) ?? '',
    ...(refusal && { refusal }),
  }));
}
