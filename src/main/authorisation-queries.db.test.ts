import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { QueryContext } from '../kernel/context.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { Dossiers } from '../modules/dossiers/public.ts';
import { one } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { everyone, readers, useAuthorisationWorld, type Who } from './testing/authorisation-world.ts';

import { useSeededProduct } from './testing/seeded-product.ts';

type Query = keyof Dossiers['queries'];

interface QueryRule {
  /** Everybody else sees nothing. */
  readonly allowed: readonly Who[];
  /** Whether the asker gets to see it. */
  readonly sees: (ctx: QueryContext) => Promise<boolean>;
}

/** Who may see what: one row for each query of dossiers. A new one without a row fails this file. */
describe('authorisation of queries of dossiers', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useAuthorisationWorld(test, world);
  const { dossiers, aLeaver } = all;

  /** What only the installation itself asks, without an actor. */
  const internalQueries = [
    'submitterOf',
    'dossierIdOfCode',
    'stepsNobodyCanDo',
    'openOnVersions',
    'unitWork',
  ];

  it('has a row for every query', () => {
    expect([...Object.keys(queryRules), ...internalQueries].sort()).toEqual(
      Object.keys(dossiers().queries).sort(),
    );
  });

  const queryRules: Readonly<
    Record<
      Exclude<Query, 'submitterOf' | 'dossierIdOfCode' | 'stepsNobodyCanDo' | 'openOnVersions' | 'unitWork'>,
      QueryRule
    >
  > = {
    competentUnits: {
      allowed: everyone,
      sees: async (ctx) => must(await dossiers().queries.competentUnits(ctx, '1.001193')).length > 0,
    },
    getDraft: {
      allowed: ['owner'],
      sees: async (ctx) => (await dossiers().queries.getDraft(ctx, all.draftId)).ok,
    },
    listDrafts: {
      allowed: ['owner'],
      sees: async (ctx) =>
        (await dossiers().queries.listDrafts(ctx)).some((row) => row.draftId === all.draftId),
    },
    listHelped: {
      allowed: [],
      sees: async (ctx) => (await dossiers().queries.listHelped(ctx)).length > 0,
    },
    listHelpedDrafts: {
      allowed: [],
      sees: async (ctx) => (await dossiers().queries.listHelpedDrafts(ctx)).length > 0,
    },
    listMyDossiers: {
      allowed: ['owner'],
      sees: async (ctx) => {
        const { listMyDossiers } = dossiers().queries;
        let page = await listMyDossiers(ctx);
        while (page.ok && !isOn(page) && page.value.next) page = await listMyDossiers(ctx, page.value.next);
        return isOn(page);
      },
    },
    getMyDossier: {
      allowed: ['owner'],
      sees: async (ctx) => (await dossiers().queries.getMyDossier(ctx, all.running.dossierId)).ok,
    },
    lookUp: {
      allowed: everyone,
      sees: async (ctx) =>
        (await dossiers().queries.lookUp(ctx, { code: all.running.code, secondFact: '072195999001' })).ok,
    },
    inbox: {
      allowed: ['specialist'],
      sees: async (ctx) => isOn(await dossiers().queries.inbox(ctx, 'dang-thu-ly')),
    },
    queueCounts: {
      allowed: ['specialist'],
      sees: async (ctx) => ((await dossiers().queries.queueCounts(ctx)).get('dang-thu-ly') ?? 0) > 0,
    },
    postalDesk: {
      allowed: ['counter', 'otherCounter'],
      sees: async (ctx) => (await dossiers().queries.postalDesk(ctx, {})).ok,
    },
    postalList: {
      allowed: ['counter'],
      sees: async (ctx) => (await dossiers().queries.postalList(ctx, await aPostalList())).ok,
    },
    counter: {
      allowed: ['counter', 'otherCounter', 'postOffice'],
      sees: async (ctx) => (await dossiers().queries.counter(ctx, { procedureCode: '1.001193' })).ok,
    },
    getOfficeDossier: {
      allowed: readers,
      sees: async (ctx) => (await dossiers().queries.getOfficeDossier(ctx, all.running.dossierId)).ok,
    },
    previewCalendar: {
      allowed: ['procedureControl', 'administrator'],
      sees: async (ctx) => {
        const definition = { hours: { 1: [['07:00', '11:30']] }, off: [], makeUp: [] };
        return (await dossiers().queries.previewCalendar(ctx, { calendar: 'tay-ninh', definition })).ok;
      },
    },
    clockPage: {
      allowed: readers,
      sees: async (ctx) => (await dossiers().queries.clockPage(ctx, all.running.dossierId)).ok,
    },
    lateDossiers: {
      allowed: readers,
      sees: async (ctx) => {
        const late = { ...ctx, now: new Date('2027-03-01T08:00:00+07:00') };
        return isOn(await dossiers().queries.lateDossiers(late, {}));
      },
    },
    search: {
      allowed: readers,
      sees: async (ctx) => {
        const found = await dossiers().queries.search(ctx, all.running.code);
        return found.ok && found.value.some((row) => row.dossierId === all.running.dossierId);
      },
    },
    idsOfOwnDossier: {
      allowed: ['owner'],
      sees: async (ctx) => (await dossiers().queries.idsOfOwnDossier(ctx, all.running.dossierId)).ok,
    },
    queueFacets: {
      allowed: ['specialist'],
      sees: async (ctx) =>
        (await dossiers().queries.queueFacets(ctx, 'dang-thu-ly', 'group')).procedures.length > 0,
    },
    queueChoice: {
      allowed: ['specialist'],
      sees: async (ctx) => (await dossiers().queries.queueChoice(ctx, 'dang-thu-ly')) !== undefined,
    },
    taskAssignments: {
      allowed: ['specialist', 'leader'],
      sees: async (ctx) => (await dossiers().queries.taskAssignments(ctx, all.running.dossierId)).length > 0,
    },
    ledUnits: {
      allowed: ['leader'],
      sees: async (ctx) => (await dossiers().queries.ledUnits(ctx)).length > 0,
    },
    handOverPreview: {
      allowed: ['leader'],
      sees: async (ctx) => (await dossiers().queries.handOverPreview(ctx, aLeaver())).ok,
    },
    listSubstitutions: {
      allowed: ['specialist', 'leader'],
      sees: async (ctx) => (await dossiers().queries.listSubstitutions(ctx)).length > 0,
    },
    delegatedActs: {
      allowed: ['leader', 'counter'],
      sees: async (ctx) =>
        (await dossiers().queries.delegatedActs(ctx, { delegationId: await aDelegation() })).ok,
    },
    openUnderVersion: {
      allowed: readers,
      sees: async (ctx) => {
        const { openUnderVersion } = dossiers().queries;
        const versionId = await versionOfRunning();
        let page = await openUnderVersion(ctx, versionId);
        while (page.ok && !isOn(page) && page.value.next)
          page = await openUnderVersion(ctx, versionId, page.value.next);
        return isOn(page);
      },
    },
    unlistedAsks: {
      allowed: ['procedureControl'],
      sees: async (ctx) => (await dossiers().queries.unlistedAsks(ctx, {})).ok,
    },
    unitGaps: {
      allowed: ['procedureControl', 'administrator'],
      sees: async (ctx) => (await dossiers().queries.unitGaps(ctx)).ok,
    },
    performerGaps: {
      allowed: ['procedureControl', 'administrator'],
      sees: async (ctx) => (await dossiers().queries.performerGaps(ctx)).ok,
    },
    explainAccess: {
      allowed: readers,
      sees: async (ctx) => {
        const told = await dossiers().queries.explainAccess(ctx, { code: all.running.code });
        return told.ok && told.value.rules.length > 0;
      },
    },
    // Open without a look at the whole: to whom the step lies in hand.
    isClosedFile: {
      allowed: ['owner', 'specialist'],
      sees: async (ctx) => {
        const { isClosedFile, mayReadFile } = dossiers().queries;
        const { fileId } = all.running;
        return (await mayReadFile(ctx, fileId)) && !(await isClosedFile(ctx, fileId));
      },
    },
    mayReadFile: {
      allowed: ['owner', ...readers],
      sees: (ctx) => dossiers().queries.mayReadFile(ctx, all.running.fileId),
    },
  };

  let listed: Promise<string> | undefined;
  /** A list of the counter of the running dossier; everybody asks at once. */
  function aPostalList(): Promise<string> {
    listed ??= newPostalList();
    return listed;
  }

  async function newPostalList(): Promise<string> {
    const listId = newUuidV7();
    await sql`
      insert into dossiers.postal_list (jurisdiction, list_id, unit_id, handed_at, handed_by)
      values (${test.jurisdiction}, ${listId}, ${all.unitId('phuong-tan-ninh/one-stop')}, '2026-11-23T09:00:00+07:00',
        ${all.officerAccount('counter').accountId})
    `.execute(test.owner);
    return listId;
  }

  let lent: Promise<string> | undefined;
  /** Work of the leader's post, lent to an officer of the counter of their agency. */
  function aDelegation(): Promise<string> {
    lent ??= newDelegation();
    return lent;
  }

  async function newDelegation(): Promise<string> {
    const delegationId = newUuidV7();
    await sql`
      insert into identity.delegation (jurisdiction, delegation_id, kind, principal_post_id, delegate_person_id,
        decision_number, decision_on, from_on, until_on, acts, sectors, procedures, may_pass_on, created_by, created_at)
      values (${test.jurisdiction}, ${delegationId}, 'authorised', ${all.officerAccount('leader').posts[0]?.postId},
        ${all.officerAccount('counter').personId}, '1/QĐ', '2026-11-01', '2026-11-01', '2027-01-01', '{work}', '{}', '{}',
        false, ${all.officerAccount('leader').accountId}, '2026-11-01')
    `.execute(test.owner);
    return delegationId;
  }

  async function versionOfRunning(): Promise<string> {
    const row = await one(
      test.owner,
      sql<{ id: string }>`
        select procedure_version_id as id from dossiers.dossier where dossier_id = ${all.running.dossierId}`,
    );
    return row.id;
  }

  function isOn(page: Result<Page<{ readonly dossierId: string }>>): boolean {
    return page.ok && page.value.items.some((row) => row.dossierId === all.running.dossierId);
  }

  it.each(Object.keys(queryRules) as (keyof typeof queryRules)[])('query %s', async (query) => {
    const { allowed, sees } = queryRules[query];
    const seen = await Promise.all(
      everyone.map(async (who) => ((await sees(world.as(all.people[who]))) ? [who] : [])),
    );
    expect(seen.flat().sort()).toEqual([...allowed].sort());
  });
});
