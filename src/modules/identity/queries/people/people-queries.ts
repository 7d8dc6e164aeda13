import type { QueryContext } from '../../../../kernel/context.ts';
import type { Page } from '../../../../kernel/page.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { PeopleImportBrief, PeopleImportView } from '../../core/people/import/import-view.ts';
import type { FactorResetView, PersonLine, PersonPage } from '../../core/people/people-views.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { listPeople } from './list-people.ts';
import { listOpenResets } from './open-resets.ts';
import { getPeopleImport, listPeopleImports } from './people-imports.ts';
import { personPage } from './person-page.ts';

/** What administrators read about people. */
export interface PeopleQueries {
  /** `{ words, unitId, role, state, after }`. */
  list(ctx: QueryContext, input: unknown): Promise<Result<Page<PersonLine>>>;
  person(ctx: QueryContext, accountId: unknown): Promise<Result<PersonPage>>;
  /** One's own imports from Excel. */
  listImports(ctx: QueryContext): Promise<Result<readonly PeopleImportBrief[]>>;
  getImport(ctx: QueryContext, importId: unknown): Promise<Result<PeopleImportView>>;
  openResets(ctx: QueryContext): Promise<Result<readonly FactorResetView[]>>;
}

/** Builds them. */
export function createPeopleQueries(deps: PeopleDeps): PeopleQueries {
  return {
    list: (ctx, input) => listPeople(deps, ctx, input),
    person: (ctx, accountId) => personPage(deps, ctx, accountId),
    listImports: (ctx) => listPeopleImports(deps, ctx),
    getImport: (ctx, importId) => getPeopleImport(deps, ctx, importId),
    openResets: (ctx) => listOpenResets(deps, ctx),
  };
}
