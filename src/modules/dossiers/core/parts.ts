import { ok, type Result, refuse, refuseField } from '../../../kernel/result.ts';
import type { OfferedGroup, PartState, RecordPartInput } from '../contract.ts';

/**
 * Which of the group a dossier carries: all of it where its procedure stands for the whole, else what was chosen. Refuses
 * what the list of the day does not name.
 */
export function choosePartsOf(
  group: OfferedGroup | undefined,
  chosen: readonly string[] | undefined,
): Result<OfferedGroup['procedures']> {
  const stranger = chosen?.find((code) => !group?.procedures.some((each) => each.code === code));
  if (stranger !== undefined) {
    return refuseField('/parts', 'dossiers.part-not-offered', { params: { code: stranger } });
  }
  if (!group) return ok([]);
  return ok(group.isWhole ? group.procedures : group.procedures.filter(({ code }) => chosen?.includes(code)));
}

/** What is over stays as it is; what waits goes on or ends, what was passed on ends. */
export function checkPartChange(state: PartState, wanted: RecordPartInput['state']): Result<null> {
  const isOver = state === 'done' || state === 'refused';
  return isOver || state === wanted ? refuse('conflict', 'dossiers.part-over') : ok(null);
}

/** A dossier has its result once every procedure it carries has its own, or was refused by its agency. */
export function checkSettled(
  parts: readonly { readonly name: string; readonly state: PartState }[],
): Result<null> {
  const open = parts.filter(({ state }) => state === 'waiting' || state === 'sent');
  if (open.length === 0) return ok(null);
  return refuse('conflict', 'dossiers.parts-open', {
    params: { names: open.map(({ name }) => name).join('; ') },
  });
}
