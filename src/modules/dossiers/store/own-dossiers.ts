import { type RawBuilder, sql } from 'kysely';
import type { CitizenActor } from '../../../kernel/actor.ts';
import { ownAccounts } from '../../identity/public.ts';
import type { DossierRow } from './dossier-row.ts';

/** Condition on `dossiers.dossier` called `d`: handed in by one of the citizen's accounts. */
export function isOwnDossier(citizen: CitizenActor): RawBuilder<boolean> {
  return sql<boolean>`d.submitter_account_id = any(${[...ownAccounts(citizen)]}::uuid[])`;
}

/** The same of a row that was read. */
export function ownsDossier(citizen: CitizenActor, dossier: DossierRow): boolean {
  const { submitter_account_id: submitter } = dossier;
  return submitter !== null && ownAccounts(citizen).includes(submitter);
}
