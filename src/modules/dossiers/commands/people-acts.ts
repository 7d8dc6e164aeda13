import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { DossierDeps } from '../store/deps.ts';
import { saveRepresented } from './save-represented.ts';

/** What is said of the legal persons of a dossier. */
export interface PeopleActs {
  /** `saveRepresentedInput`. For whom the draft is made, and by what right. */
  saveRepresented(ctx: CommandContext, input: unknown): Promise<Result<{ readonly version: number }>>;
}

export function createPeopleActs(deps: DossierDeps): PeopleActs {
  return { saveRepresented: (ctx, input) => saveRepresented(deps, ctx, input) };
}
