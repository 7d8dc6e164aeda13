import type { Id, Jurisdiction, NewId } from '../../kernel/id.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Connection, Tx } from '../../platform/database.ts';
import { type FormLoadOutcome, loadFormVersions } from './commands/load-form-versions.ts';
import type { FormDefinition } from './core/definition.ts';
import { type FormVersion, findFormInForce, findFormVersion } from './store/form-version-store.ts';

/** What the other modules and the web see of forms. `db` is a connection or the caller's transaction. */
export interface Forms {
  /** The version a draft or dossier is pinned to; refuses `forms.version-not-found`. */
  getFormVersion(
    db: Connection,
    jurisdiction: Jurisdiction,
    id: Id<'formVersion'>,
  ): Promise<Result<FormVersion>>;
  /** The version in force on the day; refuses `forms.no-form-in-force`. */
  getFormInForce(
    db: Connection,
    jurisdiction: Jurisdiction,
    procedureCode: string,
    on: PlainDate,
  ): Promise<Result<FormVersion>>;
  /** Publishes definitions that are new or differ; loading twice changes nothing. */
  loadFormVersions(
    tx: Tx,
    jurisdiction: Jurisdiction,
    definitions: readonly FormDefinition[],
    now: Date,
  ): Promise<FormLoadOutcome>;
}

export function createForms(deps: { readonly newId: NewId }): Forms {
  return {
    async getFormVersion(db, jurisdiction, id) {
      const version = await findFormVersion(db, jurisdiction, id);
      return version === undefined ? refuse('not-found', 'forms.version-not-found') : ok(version);
    },
    async getFormInForce(db, jurisdiction, procedureCode, on) {
      const version = await findFormInForce(db, jurisdiction, procedureCode, on);
      if (version !== undefined) return ok(version);
      return refuse('not-found', 'forms.no-form-in-force', { params: { code: procedureCode } });
    },
    loadFormVersions: (tx, jurisdiction, definitions, now) =>
      loadFormVersions(tx, deps, jurisdiction, definitions, now),
  };
}
