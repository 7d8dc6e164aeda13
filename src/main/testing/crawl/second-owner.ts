import { sql } from 'kysely';
import type { CitizenActor } from '../../../kernel/actor.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { aBirthDraft } from '../birth-draft.ts';
import type { SeededProduct } from '../seeded-product.ts';
import { morning } from '../test-config.ts';

const person = { name: 'Kiều Thị Lặng Thầm', identityNumber: '072195999654', phone: '0530000654' };
const organisation = { name: 'Hợp tác xã Lặng Thầm Tân Biên', taxCode: '3900999654' };

/** What belongs to the second owner. */
export const secondCanaries = [...Object.values(person), ...Object.values(organisation)];

/** Somebody who acts for an organisation, has a draft of it, has let somebody help them and asked for a copy of their data. */
export async function aSecondOwner(world: SeededProduct, test: TestDatabase): Promise<CitizenActor> {
  const citizen = await world.citizen(person.name, person.identityNumber, person.phone);
  const organisationId = newUuidV7<'organisation'>();
  await sql`
    insert into identity.organisation (jurisdiction, id, name, tax_code, created_at)
    values (1, ${organisationId}, ${organisation.name}, ${organisation.taxCode}, ${morning})`.execute(
    test.owner,
  );
  await sql`
    update identity.account set organisation_id = ${organisationId} where id = ${citizen.accountId}`.execute(
    test.owner,
  );
  const { identity, privacy } = world.product.modules;
  const consent = { scope: 'dossier', untilOn: '2026-12-31' };
  must(await identity.citizens.giveConsent(world.as(citizen), consent));
  must(await privacy.commands.askExport(world.as(citizen)));
  const acting = { ...citizen, organisationId };
  await aBirthDraft(world, test, acting);
  return acting;
}
