import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Standing, StandingEntry, StandingRow } from '../core/service-standing.ts';
import { standingsOf, standingTable } from './service-standings.ts';
import { standingList } from './standing-list.ts';

type Deps = Parameters<typeof standingsOf>[0] &
  Parameters<typeof standingTable>[0] &
  Parameters<typeof standingList>[0];

/** The level of service in its four values (practice 19). */
export interface StandingQueries {
  /** `{ code, on? }`: registered, appraised, published, accepted, as they stand on the day. */
  standingsOf(ctx: QueryContext, input: unknown): Promise<Result<readonly Standing[]>>;
  /** `{ on? }`: the same counted by department and level of government. */
  standingTable(ctx: QueryContext, input: unknown): Promise<Result<readonly StandingRow[]>>;
  /** `{ on?, department?, level?, stage?, value?, after?, limit? }`: the procedures behind one of its numbers, by code. */
  standingList(ctx: QueryContext, input: unknown): Promise<Result<Page<StandingEntry>>>;
}

/** Builds them. */
export function createStandingQueries(deps: Deps): StandingQueries {
  return {
    standingsOf: (ctx, input) => standingsOf(deps, ctx, input),
    standingTable: (ctx, input) => standingTable(deps, ctx, input),
    standingList: (ctx, input) => standingList(deps, ctx, input),
  };
}
