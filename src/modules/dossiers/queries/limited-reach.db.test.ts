import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DelegatedPost, OfficerActor } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import { many } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import { useReadCounter } from '../../../platform/testing/table-reads.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { fillQueue } from '../testing/many-dossiers.ts';
import { lentPlaces } from './lent-places.ts';
import { openUnderVersion } from './open-on-versions.ts';
import { queuePage } from './queue-page.ts';
import { searchDossiers } from './search.ts';

const morning = new Date('2026-11-23T08:00:00+07:00');
const bounds = { now: morning, dayStart: morning, dayEnd: morning, soon: morning };
/** A page of 51 of one in a hundred, along an index in the order of the page; a dossier beside each task. */
const lookedThrough = 51 * 100;
const [sector, procedure] = ['Hộ tịch', '1.001193'];

describe('one matter in a hundred among 20,000 dossiers, seen by who may see it alone, as the application role', () => {
  const test = useTestDatabase();
  const counter = useReadCounter(test);
  const [ward, other] = [newUuidV7<'unit'>(), newUuidV7<'unit'>()];

  beforeAll(async () => {
    await fillQueue(test.owner, {
      unitId: ward,
      count: 15_000,
      from: morning,
      role: 'specialist',
      kind: 'work',
    });
    await fillQueue(test.owner, { unitId: other, count: 5_000, from: morning });
    await sql`
      with rare as (
        update dossiers.dossier set sector = ${sector}, procedure_code = ${procedure} where owner_name like '%00' returning dossier_id
      )
      update dossiers.task t set procedure_code = ${procedure} from rare where t.dossier_id = rare.dossier_id`.execute(
      test.owner,
    );
    for (const [number, name] of [
      [12_300, 'nguyen van hiem'],
      [12_301, 'nguyen van thuong'],
    ] as const)
      await sql`update dossiers.dossier set search_text = ${name}
        where code like ${`%-${number}-${ward}`}`.execute(test.owner);
    // As autovacuum leaves it: names that wait to enter the trigram index make a walk of the table look cheaper.
    await sql`vacuum (analyze) dossiers.dossier, dossiers.task`.execute(test.owner);
  }, 120_000);

  const lent = (
    limits: Pick<DelegatedPost['delegation'], 'sectors' | 'procedures'>,
  ): Partial<OfficerActor> => ({
    delegated: [
      {
        postId: newUuidV7<'post'>(),
        unitId: ward,
        role: 'specialist',
        unitScope: [ward],
        delegation: {
          delegationId: newUuidV7<'delegation'>(),
          kind: 'authorised',
          acts: ['work'],
          principalPersonId: newUuidV7<'person'>(),
          principalAccountIds: [],
          ...limits,
        },
      },
    ],
  });
  const officers: readonly (readonly [string, Partial<OfficerActor>, number])[] = [
    ['a delegate in one sector', lent({ sectors: [sector], procedures: [] }), 150],
    ['a delegate in one procedure', lent({ sectors: [], procedures: [procedure] }), 150],
    [
      'who was given one sector to read',
      {
        grants: [
          {
            grantId: newUuidV7<'grant'>(),
            permission: 'dossiers.read',
            reach: { kind: 'sectors', sectors: [sector] },
          },
        ],
      },
      200,
    ],
  ];
  function actor(what: Partial<OfficerActor>): OfficerActor {
    return {
      kind: 'officer',
      accountId: newUuidV7(),
      personId: newUuidV7(),
      posts: [],
      grants: [],
      ...what,
    };
  }
  const as = (what: Partial<OfficerActor>): QueryContext => ({
    jurisdiction: test.jurisdiction,
    actor: actor(what),
    now: morning,
    origin: { ip: undefined, userAgent: undefined },
  });
  const deps = () => ({ db: counter.db, newId: newUuidV7 });
  /** Rows of dossiers and tasks that were brought; a table that was read whole fails. */
  async function brought(work: () => Promise<unknown>): Promise<number> {
    const reads = await counter.during(work);
    const told = (['dossier', 'task'] as const).map((table) => reads.get(`dossiers.${table}`));
    expect(told.map((each) => each?.wholeTable)).toEqual([0, 0]);
    return told.reduce((sum, each) => sum + (each?.byIndex ?? 0), 0);
  }

  it.each(officers)('%s finds these by name and no others, however many others have it', async (_, what) => {
    const found = async (text: string) => must(await searchDossiers(deps(), as(what), text)).length;
    expect(await found('Nguyễn Văn Hiếm')).toBe(1);
    expect(await found('Nguyễn Văn Thường')).toBe(0);
    expect(await brought(() => found('Nguyễn Văn Hiếm'))).toBeLessThanOrEqual(50);
    expect(await found('Trần Thị Số')).toBe(50);
  });

  it.each(officers)('%s sees these under a version, in pages, and no others', async (_, what, all) => {
    const seen = new Set<string>();
    for (const version of [ward, other]) {
      let cursor: string | undefined;
      do {
        const page = must(await openUnderVersion(deps(), as(what), version, cursor));
        for (const { dossierId } of page.items) seen.add(dossierId);
        cursor = page.next;
      } while (cursor !== undefined);
    }
    expect(seen.size).toBe(all);
    const rare = await many(
      test.owner,
      sql<{ id: string }>`select dossier_id as id from dossiers.dossier
        where sector = ${sector} and (received_unit_id = ${ward} or ${all} = 200)`,
    );
    expect(new Set(rare.map(({ id }) => id))).toEqual(seen);
    expect(await brought(() => openUnderVersion(deps(), as(what), ward))).toBeLessThanOrEqual(lookedThrough);
  });

  it('a version is read a page long where everything is seen', async () => {
    const everywhere = {
      grants: [
        {
          grantId: newUuidV7<'grant'>(),
          permission: 'dossiers.read',
          reach: { kind: 'jurisdiction' } as const,
        },
      ],
    };
    expect(await brought(() => openUnderVersion(deps(), as(everywhere), ward))).toBeLessThanOrEqual(51);
  });

  it.each(officers.slice(0, 2))('the queue of %s has these alone', async (_, what) => {
    const reach = { places: [], held: [], lent: lentPlaces(actor(what)) };
    const page = () => many(counter.db, queuePage(as(what), 'dang-thu-ly', reach, bounds, {}, undefined, 51));
    const rows = await page();
    expect(new Set(rows.map((row) => row.procedure_code))).toEqual(new Set([procedure]));
    expect(rows.length).toBe(51);
    expect(await brought(page)).toBeLessThanOrEqual(2 * lookedThrough);
  });
});
