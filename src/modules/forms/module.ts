import type { QueryContext } from '../../kernel/context.ts';
import { type Id, isUuid, type Jurisdiction, type NewId } from '../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Connection, Database, Tx } from '../../platform/database.ts';
import type { Identity } from '../identity/public.ts';
import { type FormLoadOutcome, loadFormVersions } from './commands/load-form-versions.ts';
import { addressBookOf, type ProvinceSpan } from './core/address-book.ts';
import type { AddressBook } from './core/answers.ts';
import { claimsOf } from './core/claims.ts';
import type { FormDefinition } from './core/definition.ts';
import type { PersonClaims } from './core/prefill.ts';
import { type FormVersion, findFormInForce, findFormVersion } from './store/form-version-store.ts';

/** What the other modules and the web see of forms. `db` is a connection or the caller's transaction. */
export interface Forms {
  /** Units that addresses in answers may name, by day: what `evaluateForm` wants on the server. */
  readonly addressBook: AddressBook;
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
  /** For pages: what `getFormVersion` and `getFormInForce` (today) give. */
  readonly queries: {
    formVersion(ctx: QueryContext, id: string): Promise<Result<FormVersion>>;
    formInForce(ctx: QueryContext, procedureCode: string): Promise<Result<FormVersion>>;
    /** What may fill the form of the signed-in citizen; nothing for anybody else. */
    claims(ctx: QueryContext): Promise<PersonClaims>;
  };
}

export interface FormsDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly identity: Pick<Identity, 'units' | 'citizenProfile'>;
  /** All provinces of the country, of `data/units/provinces.csv`. */
  readonly provinces: readonly ProvinceSpan[];
}

export function createForms(deps: FormsDeps): Forms {
  const { db, identity } = deps;
  const forms: Omit<Forms, 'queries'> = {
    addressBook: addressBookOf(deps.provinces, identity.units),
    async getFormVersion(connection, jurisdiction, id) {
      const version = await findFormVersion(connection, jurisdiction, id);
      return version === undefined ? refuse('not-found', 'forms.version-not-found') : ok(version);
    },
    async getFormInForce(connection, jurisdiction, code, on) {
      const version = await findFormInForce(connection, jurisdiction, code, on);
      return version === undefined
        ? refuse('not-found', 'forms.no-form-in-force', { params: { code } })
        : ok(version);
    },
    loadFormVersions: (tx, jurisdiction, definitions, now) =>
      loadFormVersions(tx, deps, jurisdiction, definitions, now),
  };
  return {
    ...forms,
    queries: {
      formVersion: async ({ jurisdiction }, id) =>
        isUuid(id)
          ? forms.getFormVersion(db, jurisdiction, id as Id<'formVersion'>)
          : refuse('not-found', 'forms.version-not-found'),
      formInForce: ({ jurisdiction, now }, code) =>
        forms.getFormInForce(db, jurisdiction, code, plainDateOf(now)),
      async claims({ actor }) {
        if (actor.kind !== 'citizen') return {};
        const profile = await identity.citizenProfile(db, actor.personId);
        return profile === undefined ? {} : claimsOf(profile);
      },
    },
  };
}
