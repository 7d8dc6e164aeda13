import { sql } from 'kysely';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import type { SeededProduct } from '../seeded-product.ts';
import { morning } from '../test-config.ts';

/** Work of the offices that has pages of its own: a process and a decision being prepared, a power lent, a list for the post. */
export async function officeWork(world: SeededProduct, test: TestDatabase): Promise<void> {
  const { process, catalogue, identity } = world.product.modules;
  const control = await world.officer('kiemsoat.tthc');
  const blank = { from: 'blank', name: 'Quy trình đang soạn', procedures: [] };
  must(await process.editing.createDraft(world.as(control), blank));
  must(
    await catalogue.commands.recordDecision(world.as(control), {
      kind: 'province',
      number: '77/QĐ-UBND',
      decidedOn: '2026-11-20',
      agency: 'Chủ tịch UBND tỉnh',
      lines: [],
    }),
  );
  const chair = await world.officer('chutich.tanninh');
  const chief = await world.officer('chanhvanphong.tanninh');
  must(
    await identity.delegations.give(world.as(chair), {
      kind: 'authorised',
      principalPostId: chair.posts[0]?.postId,
      delegatePersonId: chief.personId,
      decisionNumber: '15/QĐ-UBND',
      decisionOn: '2026-11-20',
      fromOn: '2026-11-23',
      lastOn: '2026-12-31',
      acts: ['result'],
    }),
  );
  const counter = await world.officer('tiepnhan.tanninh');
  await sql`
    insert into dossiers.postal_list (jurisdiction, list_id, unit_id, handed_at, handed_by)
    values (1, ${newUuidV7()}, ${counter.posts[0]?.unitId}, ${morning}, ${counter.accountId})`.execute(
    test.owner,
  );
}
