import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { beforeAll } from 'vitest';
import type { CitizenActor, OfficerActor } from '../../kernel/actor.ts';
import { createBlobFolder } from '../../platform/blob-folder.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { aBirthDraft } from './birth-draft.ts';
import { aCertainRule, privacyUnder } from './certain-retention.ts';
import { birthPapers } from './dossier-samples.ts';
import type { SeededProduct } from './seeded-product.ts';
import { morning } from './test-config.ts';

/** The morning of the tests, years and days later. */
export function later(years: number, days = 0): Date {
  return new Date(Date.UTC(2026 + years, 10, 23, 1, 30) + days * 86_400_000);
}

/** Ended births of one mother, and privacy under a rule that lets them go after five years. */
export function useEndedDossiers(test: TestDatabase, world: SeededProduct) {
  const rules = [aCertainRule({ years: 5 })];
  const people: { mother?: CitizenActor; clerk?: OfficerActor; administrator?: OfficerActor } = {};
  const known = <Who extends keyof typeof people>(who: Who) => {
    const person = people[who];
    if (!person) throw new Error('people are there only inside tests and hooks');
    return person;
  };
  const ofDossier = (id: string) => sql`where jurisdiction = 1 and dossier_id = ${id}`;

  beforeAll(async () => {
    people.mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    people.clerk = await world.officer('vanthu.tanninh');
    people.administrator = await world.officer('quantri');
  }, 60_000);

  const under = (now: Date, retention = rules) => privacyUnder(world.product, retention, () => now);

  /** What is due at a time, as one of the keepers sees it. */
  async function dueOf(now: Date, officer = known('administrator')) {
    const page = await (await under(now)).retention.due(world.as(officer, now), {});
    return page.ok ? page.value.items : page.refusal.type;
  }

  async function night(now: Date, retention = rules) {
    await (await under(now, retention)).tasks['privacy.find-due']?.({});
  }

  /** A night after owners were told in time. */
  async function nightly(now: Date, retention = rules) {
    await night(new Date(now.getTime() - 91 * 86_400_000), retention);
    await night(now, retention);
  }

  /** Fixes everything due as the clerk and confirms it as the administrator; the job has not run. */
  async function confirmed(now: Date): Promise<string> {
    const { retention } = await under(now);
    const { erasureId } = must(await retention.fixErasure(world.as(known('clerk'), now), {}));
    const decision = { erasureId, decisionNumber: '05/QĐ-UBND', decidedOn: '2031-11-20' };
    must(await retention.confirmErasure(world.as(known('administrator'), now), decision));
    return erasureId;
  }

  async function carryOut(erasureId: string, now: Date, retention = rules) {
    await (await under(now, retention)).tasks['privacy.erase-list']?.({ jurisdiction: 1, erasureId });
  }

  /** A birth that was handed in, accepted and handed over. */
  async function anEnded(at = '2026-11-24T08:00:00+07:00') {
    const { commands } = world.product.modules.dossiers;
    const draftId = await aBirthDraft(world, test, known('mother'));
    const made = must(await commands.submitDraft(world.as(known('mother')), { draftId, expectedVersion: 3 }));
    const counter = world.as(await world.officer('tiepnhan.tanninh'));
    const accepted = { dossierId: made.dossierId, expectedVersion: 1, components: birthPapers };
    must(await commands.acceptDossier(counter, accepted));
    await sql`
      update dossiers.dossier set phase = 'returned', completed_at = ${at}, returned_at = ${at}
      ${ofDossier(made.dossierId)}`.execute(test.owner);
    await sql`
      update dossiers.task set closed_at = ${at}, outcome = 'forward', note = 'BÍ MẬT của bước',
        facts = '{"handedTo": {"name": "Phan Thị Mỹ Duyên"}}' ${ofDossier(made.dossierId)}`.execute(
      test.owner,
    );
    return made;
  }

  /** A file of the dossier with a real content in the store. */
  async function aPaper(id: string, text: string): Promise<string> {
    const folder = join(world.product.config.dataFolder, 'files');
    const staged = must(
      await createBlobFolder({ folder, clock: () => morning }).stage(
        Readable.from([Buffer.from(text)]),
        1000,
      ),
    );
    const { sha256, size } = await staged.keep();
    const fileId = newUuidV7();
    await sql`
      insert into documents.file (jurisdiction, file_id, sha256, size, media_type, name, purpose, uploaded_by, uploaded_at,
        scan_state)
      values (1, ${fileId}, ${sha256}, ${size}, 'application/pdf', 'bí mật.pdf', 'upload', ${known('mother').accountId}, ${morning},
        'unscanned')`.execute(test.owner);
    await sql`
      insert into dossiers.dossier_file (jurisdiction, dossier_id, file_id, kind, attached_at)
      values (1, ${id}, ${fileId}, 'component', ${morning})`.execute(test.owner);
    return fileId;
  }

  return {
    get mother() {
      return known('mother');
    },
    get clerk() {
      return known('clerk');
    },
    get administrator() {
      return known('administrator');
    },
    ...{ under, dueOf, night, nightly, confirmed, carryOut, anEnded, aPaper, ofDossier },
  };
}
