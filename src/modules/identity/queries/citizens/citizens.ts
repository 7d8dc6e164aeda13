import type { QueryContext } from '../../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../../kernel/id.ts';
import type { Page } from '../../../../kernel/page.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { Connection } from '../../../../platform/database.ts';
import type { ConsentView } from '../../core/consent.ts';
import type { AccountView, FoundCitizen, MergeView, PendingMerge } from '../../core/merge-views.ts';
import type { Organisation } from '../../core/people.ts';
import { findOrganisation } from '../../store/organisation-store.ts';
import { listConsents } from './consents.ts';
import type { CitizenQueryDeps } from './deps.ts';
import { findCitizens } from './find-citizens.ts';
import { listMerges } from './merges.ts';
import { listOwnAccounts } from './own-accounts.ts';
import { type OwnFacts, ownFacts } from './own-facts.ts';
import { findPendingMerge } from './pending-merge.ts';

/** What is asked about citizens and organisations. */
export interface CitizenQueries {
  /** An organisation by its id. */
  organisation(db: Connection, organisationId: Id<'organisation'>): Promise<Organisation | undefined>;
  /** What is known of the citizen who asks, and of their organisation. */
  ownFacts(ctx: QueryContext): Promise<OwnFacts>;
  /** The accounts that share the caller's drafts and dossiers. */
  listOwnAccounts(ctx: QueryContext): Promise<readonly AccountView[]>;
  /** What is asked before two accounts are merged. */
  findPendingMerge(ctx: QueryContext, flowToken: string | undefined): Promise<PendingMerge | undefined>;
  /** `findCitizensInput`. For administrators. */
  findCitizens(ctx: QueryContext, input: unknown): Promise<Result<readonly FoundCitizen[]>>;
  /** Whom the asker lets hand in for them, and for whom they may. */
  listConsents(ctx: QueryContext): Promise<readonly ConsentView[]>;
  /** For administrators all, for a citizen their own. */
  listMerges(ctx: QueryContext, cursor?: string): Promise<Result<Page<MergeView>>>;
}

/** Builds it. */
export function createCitizenQueries(
  deps: CitizenQueryDeps & { readonly jurisdiction: Jurisdiction },
): CitizenQueries {
  return {
    organisation: (db, id) => findOrganisation(db, deps.jurisdiction, id),
    ownFacts: (ctx) => ownFacts(deps, ctx),
    listOwnAccounts: (ctx) => listOwnAccounts(deps, ctx),
    findPendingMerge: (ctx, flowToken) => findPendingMerge(deps, ctx, flowToken),
    findCitizens: (ctx, input) => findCitizens(deps, ctx, input),
    listConsents: (ctx) => listConsents(deps, ctx),
    listMerges: (ctx, cursor) => listMerges(deps, ctx, cursor),
  };
}
