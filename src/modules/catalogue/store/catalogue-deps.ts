import type { QueryContext } from '../../../kernel/context.ts';
import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/database.ts';
import type { Documents } from '../../documents/public.ts';
import type { Forms } from '../../forms/public.ts';
import type { Identity } from '../../identity/public.ts';
import type { Processes } from '../../process/public.ts';
import type { PublicationRules } from '../core/publication-rules.ts';

/** What writing and reading the catalogue needs from the house. */
export interface CatalogueStoreDeps {
  readonly db: Database;
  readonly newId: NewId;
}

/** What dossiers, which stand above, tell the catalogue: joined in main. */
export interface DossiersOnVersions {
  /** The code of a dossier the officer who asks may read; undefined for any other. */
  codeForOfficer(ctx: QueryContext, dossierId: string): Promise<string | undefined>;
  /** How many are still on their way under each of these versions. */
  openOnVersions(
    jurisdiction: Jurisdiction,
    versionIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
}

/** What the whole module needs: also whom to ask about forms, processes, people and units. */
export interface CatalogueDeps extends CatalogueStoreDeps {
  readonly forms: Pick<Forms, 'getFormInForce'>;
  readonly process: Pick<
    Processes,
    'getProcessInForce' | 'listServedProcedures' | 'calendarOf' | 'promise'
  > & {
    readonly editing: Pick<Processes['editing'], 'coveredProcedures'>;
  };
  readonly identity: Pick<Identity, 'describeAccounts' | 'tiesBetween'> & {
    readonly units: Pick<Identity['units'], 'byKey' | 'successorOn' | 'latest'>;
  };
  readonly documents: Pick<Documents['queries'], 'describeFiles'>;
  readonly dossiers: DossiersOnVersions;
  readonly rules: PublicationRules;
}
