import { type DueFilter, dueStates } from '../../../modules/privacy/contract.ts';

/** What an address asks for; a state nobody knows is no filter. */
export function dueFilterOf({ searchParams }: URL): DueFilter {
  const state = dueStates.find((each) => each === searchParams.get('tinh-trang'));
  const procedureCode = searchParams.get('thu-tuc') || undefined;
  return { ...(state && { state }), ...(procedureCode !== undefined && { procedureCode }) };
}
