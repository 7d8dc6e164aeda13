import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, CitizenActor, OfficerActor } from '../kernel/actor.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { many } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft, anUploadedFile, birthAnswers } from './testing/birth-draft.ts';
import { commandsInJournal } from './testing/commands-in-journal.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const untilOn = '2026-12-31' as PlainDate;
const ended = { ok: false, refusal: { type: 'identity.consent-ended' } };

/** Helpers hand in for citizens who let them: by a code, for one dossier or until a day, until it is taken back. */
describe('helpers', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const dossiers = () => world.product.modules.dossiers;
  const citizens = () => world.product.modules.identity.citizens;
  let mother: CitizenActor;
  let neighbour: CitizenActor;
  let team: OfficerActor;
  let counter: OfficerActor;

  beforeAll(async () => {
    mother = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    neighbour = await world.citizen('Võ Thành Nam', '080079999008', '0530000058');
    team = await world.officer('hotro.tanninh');
    counter = await world.officer('tiepnhan.tanninh');
  }, 60_000);

  const give = async (actor: Actor, more: object = {}) =>
    must(await citizens().giveConsent(world.as(actor), { scope: 'dossier', untilOn, ...more }));
  const redeem = (actor: Actor, code: string) => citizens().redeemConsent(world.as(actor), { code });
  const startAs = (actor: Actor, more: object = {}, now = morning) =>
    dossiers().commands.startDraft(world.as(actor, now), {
      procedureCode: '1.001193',
      caseKey: 'co-chung-sinh',
      caseAnswers: { 'chung-sinh': 'co', 'hoan-canh': 'binh-thuong', 'uy-quyen': 'khong' },
      competentUnitId: world.product.modules.identity.units.byKey('phuong-tan-ninh')?.id,
      ...more,
    });

  /** Fills a helper's draft in and gives its paper. */
  async function filled(helper: CitizenActor | OfficerActor, consentId: string) {
    const { draftId } = must(await startAs(helper, { consentId }));
    const saved = { draftId, expectedVersion: 1, answers: birthAnswers };
    must(await dossiers().commands.saveDraft(world.as(helper), saved));
    const paper = { draftId, componentKey: 'giay-chung-sinh', fileIds: [await anUploadedFile(test, helper)] };
    must(await dossiers().commands.attachDraftFiles(world.as(helper), paper));
    return { draftId, expectedVersion: 3 };
  }

  it('hands in under the citizen’s own consent: her dossier, her messages, the helper named', async () => {
    const { consentId, code } = await give(mother);
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$/);
    expect(must(await redeem(team, ` ${code.toLowerCase().replace('-', '')} `))).toEqual({
      consentId,
    });
    const draft = await filled(team, consentId);
    expect(must(await dossiers().queries.getDraft(world.as(team), draft.draftId)).helps).toBe(
      'Phan Thị Mỹ Duyên',
    );
    const reads = await many(
      test.owner,
      sql`select from platform.read where query = 'dossiers.helped-draft' and actor_id = ${team.accountId}
        and subject_ids = ${[mother.personId]}::uuid[]`,
    );
    expect(reads).toHaveLength(1);
    const { dossierId } = must(await dossiers().commands.submitDraft(world.as(team), draft));
    await world.runJobs();

    const seen = must(await dossiers().queries.getOfficeDossier(world.as(counter), dossierId));
    expect(seen.channel).toBe('assistedOnline');
    expect(seen.parties.map(({ role, name }) => [role, name])).toEqual([
      ['owner', 'Phan Thị Mỹ Duyên'],
      ['submitter', 'Phan Thị Mỹ Duyên'],
      ['helper', 'Cù Minh Trí'],
    ]);
    expect(must(await dossiers().queries.listMyDossiers(world.as(mother))).items).toMatchObject([
      { dossierId },
    ]);
    const hers = must(await dossiers().queries.getMyDossier(world.as(mother), dossierId));
    expect(hers.people.at(-1)).toEqual({ role: 'helper', name: 'Cù Minh Trí' });
    expect(hers.timeline[0]?.key).toBe('citizen.submitted.helper');
    expect(await dossiers().queries.listHelped(world.as(mother))).toMatchObject([{ consentId, isOwn: true }]);
    expect(await dossiers().queries.listHelped(world.as(team))).toMatchObject([{ consentId, isOwn: false }]);
    const inbox = must(await world.product.modules.notifications.queries.inbox(world.as(mother)));
    expect(inbox.items.map((message) => message.dossierId)).toContain(dossierId);
    expect(await dossiers().queries.getOfficeDossier(world.as(team), dossierId)).toMatchObject({
      refusal: { kind: 'not-found' },
    });
    expect(await startAs(team, { consentId })).toMatchObject(ended);
    expect(await citizens().listConsents(world.as(mother))).toMatchObject([
      { consentId, helper: 'Cù Minh Trí', isGiven: true, inForce: false },
    ]);
  });

  it('is stopped in the middle of a draft when the citizen takes the consent back', async () => {
    const { consentId, code } = await give(mother, { scope: 'period' });
    must(await redeem(neighbour, code));
    const draft = await filled(neighbour, consentId);
    const stranger = await citizens().revokeConsent(world.as(team), { consentId });
    expect(stranger).toMatchObject({ refusal: { type: 'identity.consent-unknown' } });
    const revoking = world.as(mother);
    must(await citizens().revokeConsent(revoking, { consentId }));
    expect(await commandsInJournal(test.owner, revoking)).toEqual(['identity.revoke-consent']);
    const { draftId } = draft;
    const save = { ...draft, answers: {} };
    expect(await dossiers().queries.getDraft(world.as(neighbour), draftId)).toMatchObject(ended);
    expect(await dossiers().commands.saveDraft(world.as(neighbour), save)).toMatchObject(ended);
    expect(await dossiers().commands.submitDraft(world.as(neighbour), draft)).toMatchObject(ended);
    expect(await startAs(neighbour, { consentId })).toMatchObject(ended);
    expect(must(await dossiers().queries.listMyDossiers(world.as(neighbour))).items).toEqual([]);
  });

  it('may hand in several until the day, and none after it', async () => {
    const { consentId, code } = await give(mother, { scope: 'period' });
    must(await redeem(neighbour, code));
    for (const _ of [1, 2])
      must(await dossiers().commands.submitDraft(world.as(neighbour), await filled(neighbour, consentId)));
    const lastDay = new Date('2026-12-31T20:00:00+07:00');
    must(await startAs(neighbour, { consentId }, lastDay));
    expect(await startAs(neighbour, { consentId }, new Date('2027-01-01T00:30:00+07:00'))).toMatchObject(
      ended,
    );
  });

  it('is let in at the counter by an officer who has seen the identity card', async () => {
    const principal = { name: 'Trần Thị Chưa Từng', identityNumber: '072150999077', phone: '0530000077' };
    const { consentId, code } = await give(counter, { principal });
    expect(await redeem(counter, code)).toMatchObject({
      refusal: { fields: [{ pointer: '/code', type: 'identity.consent-own' }] },
    });
    must(await redeem(team, code));
    const { dossierId } = must(
      await dossiers().commands.submitDraft(world.as(team), await filled(team, consentId)),
    );
    const { code: dossierCode, parties } = must(
      await dossiers().queries.getOfficeDossier(world.as(counter), dossierId),
    );
    expect(parties[0]).toMatchObject({ role: 'owner', name: principal.name });
    const look = { code: dossierCode, secondFact: principal.identityNumber };
    expect(await dossiers().queries.lookUp(world.as({ kind: 'anonymous' }), look)).toMatchObject({
      ok: true,
    });
    const other = { ...principal, name: 'Một Tên Khác' };
    const wrong = { scope: 'dossier', untilOn, principal: other };
    expect(await citizens().giveConsent(world.as(counter), wrong)).toMatchObject({
      refusal: { fields: [{ pointer: '/principal/name', type: 'identity.consent-name-differs' }] },
    });
  });

  it('is written down at a counter only by who has proved lately, and taken back by any officer of that counter', async () => {
    const principal = { name: 'Trần Thị Chưa Từng', identityNumber: '072150999077' };
    const { provedAt: _, ...unproved } = counter;
    expect(
      await citizens().giveConsent(world.as(unproved), { scope: 'period', untilOn, principal }),
    ).toMatchObject({ refusal: { type: 'identity.step-up-needed' } });
    const { consentId, code } = await give(counter, { scope: 'period', principal });
    must(await redeem(neighbour, code));
    const [colleague, stranger] = [
      await world.officer('tiepnhan2.tanninh'),
      await world.officer('tiepnhan.tanbien'),
    ];
    const listed = async (actor: Actor) =>
      (await citizens().listConsents(world.as(actor))).some((each) => each.consentId === consentId);
    expect([await listed(colleague), await listed(stranger)]).toEqual([true, false]);
    expect(await citizens().revokeConsent(world.as(stranger), { consentId })).toMatchObject({
      refusal: { type: 'identity.consent-unknown' },
    });
    must(await citizens().revokeConsent(world.as(colleague), { consentId }));
    expect(await startAs(neighbour, { consentId })).toMatchObject(ended);
  });

  it('gets nothing without a consent, with somebody else’s, or with a code that was used', async () => {
    expect(await startAs(team)).toMatchObject({ refusal: { type: 'dossiers.consent-needed' } });
    const { consentId, code } = await give(mother);
    expect(await startAs(team, { consentId })).toMatchObject(ended);
    expect(await redeem(mother, code)).toMatchObject({
      refusal: { fields: [{ type: 'identity.consent-own' }] },
    });
    const both = await Promise.all([redeem(team, code), redeem(neighbour, code)]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(await redeem(neighbour, 'AAAAAAAAAA')).toMatchObject({
      refusal: { fields: [{ type: 'identity.consent-code-unknown' }] },
    });
    const own = await aBirthDraft(world, test, mother);
    expect(await dossiers().queries.getDraft(world.as(team), own)).toMatchObject({
      refusal: { kind: 'not-found' },
    });
    for (const [actor, input, type] of [
      [mother, { scope: 'dossier', untilOn: '2028-01-01' }, 'input.invalid'],
      [mother, { scope: 'dossier', untilOn: '2026-11-22' }, 'input.invalid'],
      [team, { scope: 'dossier', untilOn }, 'identity.not-allowed'],
      [counter, { scope: 'dossier', untilOn }, 'input.invalid'],
    ] as const)
      expect(await citizens().giveConsent(world.as(actor), input)).toMatchObject({ refusal: { type } });
  });

  it('shows what is in force before everything that ended, however much came after it', async () => {
    const { consentId, code } = await give(mother, { scope: 'period' });
    must(await redeem(team, code));
    await sql`
      insert into identity.helper_consent (jurisdiction, id, principal_person_id, scope, until_on, given_how, given_by,
        given_at, code_hash, code_until, helper_account_id, redeemed_at, revoked_at, revoked_by)
      select jurisdiction, gen_random_uuid(), principal_person_id, scope, until_on, given_how, given_by,
        given_at + interval '1 minute', convert_to('ended-' || n, 'UTF8'), code_until, helper_account_id, redeemed_at, given_at, given_by
      from identity.helper_consent, generate_series(1, 120) as n where id = ${consentId}`.execute(test.owner);
    for (const actor of [mother, team])
      expect((await citizens().listConsents(world.as(actor))).map((each) => each.consentId)).toContain(
        consentId,
      );
  });

  it('are let in by ten codes at most at once', async () => {
    const father = await world.citizen('Trương Hoàng Phúc', '072093999002', '0530000052');
    const given = [];
    for (let n = 0; n < 10; n += 1) given.push(await give(father));
    const more = () => citizens().giveConsent(world.as(father), { scope: 'dossier', untilOn });
    expect(await more()).toMatchObject({ refusal: { type: 'identity.consent-codes-open' } });
    must(await citizens().revokeConsent(world.as(father), { consentId: given[0]?.consentId }));
    must(await more());
  });
});
