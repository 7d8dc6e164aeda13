import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { many } from '../platform/database.ts';
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

  async function reads(): Promise<readonly string[]> {
    const rows = await many(
      test.owner,
      sql<{ query: string }>`
        select query from platform.read where ${dossierId}::uuid = any(subject_ids) order by recorded_at, read_id`,
    );
    return rows.map(({ query }) => query);
  }
});
