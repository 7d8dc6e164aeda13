import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { one } from '../../platform/database.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { aBirthDraft } from './birth-draft.ts';
import { aMaritalStatusDossier } from './marital-status.ts';
import { officeWorld } from './office-world.ts';
import { aReorganisation } from './reorganise.ts';
import type { SeededProduct } from './seeded-product.ts';

/** Phường Tân Ninh with births to be taken in and marital statuses on their way, and a plan to split it on 01/12/2026. */
export async function aWardToSplit(world: SeededProduct, test: TestDatabase, before: Date) {
  const { dossiers, identity } = world.product.modules;
  const office = officeWorld(world, test);
  const { unitId } = office;
  const mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
  const aBirth = async () => {
    const submit = { draftId: await aBirthDraft(world, test, mother), expectedVersion: 3 };
    return must(await dossiers.commands.submitDraft(world.as(mother, before), submit)).dossierId;
  };
  const births = [await aBirth(), await aBirth()] as const;
  const counter = await world.officer('tiepnhan.tanninh', before);
  const statuses = [
    await aMaritalStatusDossier(world, counter, before),
    await aMaritalStatusDossier(world, counter, before),
  ] as const;
  await office.givePost(
    await world.officer('kinhte.tanninh', before),
    'phuong-tan-ninh/office',
    'specialist',
  );
  const administrator = await world.officer('quantri', before);
  const plan = aReorganisation(identity, () => world.as(administrator, before));
  const old = unitId('phuong-tan-ninh');
  await plan.begin('2026-12-01', 'Chia phường Tân Ninh');
  const addWard = (name: string, gsoCode: string) =>
    plan.addLike(
      old,
      { name: `Ủy ban nhân dân phường ${name}`, shortName: `Phường ${name}`, gsoCode },
      '2026-11-30',
    );
  const north = await addWard('Bắc', '99991');
  const south = await addWard('Nam', '99992');
  const successors = [
    { unitId: north, part: 'phía bắc rạch Tây Ninh' },
    { unitId: south, part: 'phía nam' },
  ];
  must(await plan.edit({ edit: 'end', unitId: old, successors, withParts: true }));
  return { mother, births, statuses, administrator, plan, north, south, unit: unitId };
}

/** Some go north; the other staff goes south. */
const northern = ['Lê Thị Ngọc Huyền', 'Trương Thị Kim Ngân', 'Lâm Thị Bích Vân'];

/** Chosen: dossiers of these procedures go north, what no rule names is given out one by one; a place for every post. */
export async function chooseNorth(
  { plan, north, unit }: Awaited<ReturnType<typeof aWardToSplit>>,
  procedures: readonly string[],
) {
  const rules = procedures.map((value) => ({ by: 'procedure', value, unitId: north }));
  const choice = { rules, rest: 'perDossier' };
  must(await plan.edit({ edit: 'choose', unitId: unit('phuong-tan-ninh'), choice }));
  const seen = await plan.view();
  const heirs = new Map(seen.ends.map((line) => [line.unitId, line.successors.map(({ unitId }) => unitId)]));
  const places = seen.posts.map((post) => {
    const [first, second] = heirs.get(post.unitId) ?? [];
    return { postId: post.postId, unitId: northern.includes(post.name) ? first : second };
  });
  must(await plan.edit({ edit: 'place', places }));
}

/** Where a dossier stands, and its one open task. */
export function standingOf(test: TestDatabase) {
  return {
    place: (dossierId: string) =>
      one(
        test.owner,
        sql<{ competent: Id<'unit'>; received: string; returned: string }>`
          select competent_unit_id as competent, received_unit_id as received, return_unit_id as returned
          from dossiers.dossier where dossier_id = ${dossierId}`,
      ),
    openTask: (dossierId: string) =>
      one(
        test.owner,
        sql<{ task_id: string; unit_id: string; assigned_to: string | null }>`
          select task_id, unit_id, assigned_to from dossiers.task
          where dossier_id = ${dossierId} and closed_at is null`,
      ),
  };
}
