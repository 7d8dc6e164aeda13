import type { QueryContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { Result } from '../../../kernel/result.ts';
import type { DataSection } from '../contract.ts';

/** Whose data are collected, as their sign-in vouches for them: by the number alone nobody is recognised. */
export interface DataSubject {
  readonly jurisdiction: Jurisdiction;
  readonly personId: Id<'person'>;
  readonly accountIds: readonly Id<'account'>[];
  readonly name?: string;
  readonly identityNumber?: string;
}

/** What a module keeps of people. Declared here, fulfilled by the modules that keep it; joined in compose. */
export interface PersonalDataSource {
  collect(subject: DataSubject, now: Date): Promise<readonly DataSection[]>;
}

/** Where a dossier of the caller's lies, so that a question about it finds its way; anybody else's is not found. */
export interface OwnDossiers {
  placeOf(
    ctx: QueryContext,
    dossierId: string,
  ): Promise<Result<{ readonly code: string; readonly unitId: Id<'unit'> }>>;
}
