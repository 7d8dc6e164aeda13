import { sql } from 'kysely';
import type { OfficerActor, Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { one } from '../../platform/database.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';

import { dossierSamples } from './dossier-samples.ts';
import type { SeededProduct } from './seeded-product.ts';

/** An office at work in phường Tân Ninh: births on their way, and posts that begin and end. */
export function officeWorld(world: SeededProduct, test: TestDatabase) {
  const unitId = (key: string): Id<'unit'> => {
    const unit = world.product.modules.identity.units.byKey(key);
    if (!unit) throw new Error(`no unit ${key}`);
    return unit.id;
  };

  let made: Promise<ReturnType<typeof dossierSamples>> | undefined;
  /** Makers of births; the same each time. */
  function births() {
    made ??= prepare();
    return made;
  }

  async function prepare() {
    const owner = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    const counter = await world.officer('tiepnhan.tanninh');
    return dossierSamples(world, test, () => ({ owner, counter }));
  }

  /** Gives an officer one more post from a day on. */
  async function givePost(officer: OfficerActor, unit: string, role: Role, title = 'Chuyên viên') {
    await sql`
      insert into identity.post (jurisdiction, id, person_id, unit_id, role, title, valid_from)
      values (${test.jurisdiction}, ${newUuidV7()}, ${officer.personId}, ${unitId(unit)}, ${role}, ${title}, '2026-01-01')
    `.execute(test.owner);
  }

  async function endPosts(officer: OfficerActor, on: string) {
    await sql`
      update identity.post set valid_to = ${on}
      where jurisdiction = ${test.jurisdiction} and person_id = ${officer.personId} and valid_to is null
    `.execute(test.owner);
  }

  const holderOf = (taskId: string) =>
    one(
      test.owner,
      sql<{ assigned_to: string | null; queue: string; closed_by: string | null; closed_for: string | null }>`
        select assigned_to, queue, closed_by, closed_for from dossiers.task where task_id = ${taskId}
      `,
    );

  /** The open step of a dossier. */
  async function openTaskOf(dossierId: string): Promise<string> {
    const row = await one(
      test.owner,
      sql<{ task_id: string }>`
        select task_id from dossiers.task where dossier_id = ${dossierId} and closed_at is null
      `,
    );
    return row.task_id;
  }

  /** A birth whose step of the office is done: it waits for the signature of a leader. */
  async function toSign(specialist: OfficerActor): Promise<string> {
    const { dossierId, taskId } = await (await births()).anAccepted();
    must(
      await world.product.modules.dossiers.commands.completeTask(world.as(specialist), {
        taskId,
        outcome: 'forward',
      }),
    );
    return openTaskOf(dossierId);
  }

  return { unitId, births, givePost, endPosts, holderOf, openTaskOf, toSign };
}
