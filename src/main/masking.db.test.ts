import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import type { Id } from '../kernel/id.ts';
import { many } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { useAuthorisationWorld } from './testing/authorisation-world.ts';

import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

/** A running birth registration whose open step is the specialist's: everybody else of the office reads it in part. */
describe('what officers see of people', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useAuthorisationWorld(test, world);
  let dossierId: string;
  const whole = /072195999001|0530000051|Số 12, khu phố 3/;

  beforeAll(() => {
    dossierId = all.running.dossierId;
  });

  const open = async (actor: OfficerActor, reason?: string) =>
    must(await all.dossiers().queries.getOfficeDossier(world.as(actor), dossierId, reason));

  it('is whole for whoever has the step in hand', async () => {
    const view = await open(all.officerAccount('specialist'));
    expect(view.isMasked).toBe(false);
    expect(view.parties[0]).toMatchObject({ identityNumber: '072195999001', phone: '0530000051' });
    expect(view.answers).toMatchObject({ motherIdentityNumber: '072195999001' });
  });

  it.each(['counter', 'leader', 'clerk', 'procedureControl'] as const)(
    'is in part for %s, in the facts and in the answers',
    async (who) => {
      const view = await open(all.officerAccount(who));
      expect(view.isMasked).toBe(true);
      expect(JSON.stringify(view)).not.toMatch(whole);
      expect(view.parties[0]).toMatchObject({
        name: 'Phan Thị Mỹ Duyên',
        identityNumber: '•••••001',
        phone: '•••••051',
      });
      expect(view.answers).toMatchObject({
        motherIdentityNumber: '•••••001',
        requesterPhone: '•••••051',
        motherResidence: { detail: '•••••', commune: '25459' },
      });
    },
  );

  it.each(['counter', 'leader', 'clerk', 'procedureControl'] as const)(
    'hides what is sensitive in the answers from %s, and says of what kind it is',
    async (who) => {
      const view = await open(all.officerAccount(who));
      expect(JSON.stringify(view)).not.toMatch(/Bảo An|"Kinh"|1995-08|2026-11-10/);
      expect(view.answers).toMatchObject({ children: [{}], motherName: 'Phan Thị Mỹ Duyên' });
      expect(view.hiddenAnswers).toEqual(
        expect.arrayContaining([
          { pointer: '/birthDate', kind: 'dữ liệu của trẻ em' },
          { pointer: '/children/0/name', kind: 'dữ liệu của trẻ em' },
          { pointer: '/motherBirthDate', kind: 'ngày sinh' },
          { pointer: '/motherEthnicity', kind: 'nguồn gốc dân tộc' },
        ]),
      );
    },
  );

  it('shows what is sensitive to whoever works on it, and to a stated reason', async () => {
    for (const view of [
      await open(all.officerAccount('specialist')),
      await open(all.officerAccount('clerk'), 'identify'),
    ]) {
      expect(view.hiddenAnswers).toEqual([]);
      expect(JSON.stringify(view.answers)).toMatch(/Bảo An/);
    }
  });

  it('is whole for a reason, in one row of the journal that its owner reads with it', async () => {
    const counter = all.officerAccount('counter');
    const before = await reads();
    const view = await open(counter, 'contact');
    expect(view.isMasked).toBe(false);
    expect(view.parties[0]?.phone).toBe('0530000051');
    expect(await reads()).toEqual([...before, 'dossiers.unmask.contact']);
    const seen = must(await world.product.modules.audit.queries.accesses(world.as(all.owner), dossierId));
    expect(seen.items.map(({ query }) => query)).toContain('dossiers.unmask.contact');
  });

  it('is refused for a reason nobody listed, and after half an hour without a proof; neither leaves a row', async () => {
    const counter = all.officerAccount('counter');
    const before = await reads();
    const { getOfficeDossier } = all.dossiers().queries;
    expect(await getOfficeDossier(world.as(counter), dossierId, 'Gọi cho bà Duyên')).toMatchObject({
      refusal: { type: 'dossiers.unmask-reason' },
    });
    const stale = {
      ...world.as(counter),
      actor: { ...counter, provedAt: new Date(morning.getTime() - 31 * 60_000) },
    };
    expect(await getOfficeDossier(stale, dossierId, 'contact')).toMatchObject({
      refusal: { type: 'identity.step-up-needed' },
    });
    expect(await getOfficeDossier(world.as(all.people.otherCounter), dossierId, 'contact')).toMatchObject({
      refusal: { type: 'dossiers.not-found' },
    });
    expect(await reads()).toEqual(before);
  });

  it('is whole once for a request: the same form sent again, and a reload, show it masked', async () => {
    const counter = all.officerAccount('counter');
    const { getOfficeDossier } = all.dossiers().queries;
    const requestId = newUuidV7();
    const first = must(await getOfficeDossier(world.as(counter), dossierId, 'contact', requestId));
    expect(first.isMasked).toBe(false);
    // What the browser sent is no key: it stands in forms, in the request log, and whoever made the form knows it.
    expect(first.fileKey).toMatch(/^[0-9a-f-]{36}$/);
    expect(first.fileKey).not.toBe(requestId);
    const again = must(await getOfficeDossier(world.as(counter), dossierId, 'contact', requestId));
    expect(again.isMasked).toBe(true);
    expect(again.fileKey).toBeUndefined();
  });

  it('shows nothing and opens nothing while its reading cannot be written', async () => {
    const leader = all.officerAccount('leader');
    const { getOfficeDossier } = all.dossiers().queries;
    const requestId = newUuidV7();
    await sql`revoke insert on platform.read from motcua_app`.execute(test.owner);
    try {
      await expect(getOfficeDossier(world.as(leader), dossierId, 'superior', requestId)).rejects.toThrow(
        /permission denied/,
      );
      await expect(getOfficeDossier(world.as(leader), dossierId)).rejects.toThrow(/permission denied/);
      await expect(all.dossiers().queries.search(world.as(leader), 'Duyên')).rejects.toThrow(
        /permission denied/,
      );
    } finally {
      await sql`grant insert on platform.read to motcua_app`.execute(test.owner);
    }
    const kept = await many(
      test.owner,
      sql`select 1 from dossiers.unmasking where account_id = ${leader.accountId}`,
    );
    expect(kept).toEqual([]);
    // The same form sent again once it works is the first look.
    expect(must(await getOfficeDossier(world.as(leader), dossierId, 'superior', requestId)).isMasked).toBe(
      false,
    );
  });

  describe('files', () => {
    /** The receipt and a scan of the running dossier. */
    const files = () =>
      many(
        test.owner,
        sql<{ file_id: Id<'file'>; kind: 'letter' | 'component' }>`
          select distinct on (kind) file_id, kind from dossiers.dossier_file
          where dossier_id = ${dossierId} and kind in ('letter', 'component') order by kind, file_id`,
      );
    const closedTo = async (actor: OfficerActor, key?: string, now = morning) => {
      const { isClosedFile } = all.dossiers().queries;
      const closed = await Promise.all(
        (await files()).map(async ({ file_id: id, kind }) =>
          (await isClosedFile(world.as(actor, now), id, key)) ? [kind] : [],
        ),
      );
      return closed.flat().toSorted();
    };
    const tomorrow = new Date(morning.getTime() + 86_400_000);

    it.each([
      ['specialist', []],
      ['leader', ['component', 'letter']],
      ['clerk', ['component', 'letter']],
      ['procedureControl', ['component', 'letter']],
      ['counter', ['component', 'letter']],
    ] as const)('that show what is masked are closed to %s', async (who, closed) => {
      await world.runJobs();
      expect((await files()).map(({ kind }) => kind)).toEqual(['component', 'letter']);
      // A day after: what somebody has just made is theirs to print on its day.
      expect(await closedTo(all.officerAccount(who), undefined, tomorrow)).toEqual(closed);
    });

    it('open by the key of a look at the whole, to who looked, for a quarter of an hour', async () => {
      const leader = all.officerAccount('leader');
      const view = await open(leader, 'superior');
      expect(view.closed).toEqual({ papers: false, letters: false, results: false });
      const key = view.fileKey;
      expect(key).toBeDefined();
      expect(await closedTo(leader, key)).toEqual([]);
      expect(await closedTo(leader, undefined)).toEqual(['component', 'letter']);
      expect(await closedTo(leader, newUuidV7())).toEqual(['component', 'letter']);
      expect(await closedTo(leader, 'không phải khóa')).toEqual(['component', 'letter']);
      expect(await closedTo(all.officerAccount('clerk'), key)).toEqual(['component', 'letter']);
      expect(await closedTo(leader, key, new Date(morning.getTime() + 16 * 60_000))).toEqual([
        'component',
        'letter',
      ]);
    });

    it('that a counter made for somebody at the window are theirs to print that day', async () => {
      const { registerWalkIn } = all.dossiers().commands;
      const counter = all.officerAccount('counter');
      const walkIn = must(await registerWalkIn(world.as(counter), all.walkIn()));
      await world.runJobs();
      const view = must(await all.dossiers().queries.getOfficeDossier(world.as(counter), walkIn.dossierId));
      expect(view.letters.some(({ fileId }) => fileId !== undefined)).toBe(true);
      expect(view.closed.letters).toBe(false);
    });

    it('that the counter has just made are theirs to print that day', async () => {
      expect(await closedTo(all.officerAccount('counter'))).toEqual(['component']);
    });
  });

  async function reads(): Promise<readonly string[]> {
    const rows = await many(
      test.owner,
      sql<{ query: string }>`
        select query from platform.read where ${dossierId}::uuid = any(subject_ids) order by recorded_at, read_id`,
    );
    return rows.map(({ query }) => query);
  }
});
