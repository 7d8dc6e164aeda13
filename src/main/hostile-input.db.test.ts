import { beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { Dossiers } from '../modules/dossiers/public.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft, birthAnswers } from './testing/birth-draft.ts';
import { hostileValues, hostileVariants } from './testing/hostile-values.ts';
import { home } from './testing/postal-samples.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

type InputCommand = Exclude<keyof Dossiers['commands'], 'loadCodePatterns'>;

/** Whatever is sent, the answer is a result: a throw here would be a 500 with a stack in the log. */
describe('hostile input', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const modules = () => world.product.modules;
  let citizen: CitizenActor;
  let counter: OfficerActor;
  let samples: Readonly<Record<InputCommand, unknown>>;

  beforeAll(async () => {
    citizen = await world.citizen('Nguyễn Thị Lụa', '072195999321', '0530000321');
    counter = await world.officer('tiepnhan.tanninh');
    samples = await sampleInputs();
  }, 60_000);

  /** What can be done to a dossier beside moving it on. */
  function acts(dossierId: string, component: object) {
    const taskId = newUuidV7();
    const reason = 'Bản chụp mờ, không đọc được số giấy';
    const request = { dossierId, requestId: newUuidV7() };
    const signerPostId = newUuidV7();
    const { units } = modules().identity;
    return {
      requestSupplement: {
        taskId,
        items: [{ componentKey: 'giay-chung-sinh', reason }],
        guidance: 'x',
        answerBy: '2026-12-04',
        signerPostId,
        unlisted: 'Sổ hộ khẩu',
      },
      withdrawSupplement: { ...request, reason },
      attachSupplementFiles: { ...request, componentKey: 'giay-chung-sinh', fileIds: [newUuidV7()] },
      detachSupplementFile: { ...request, fileId: newUuidV7() },
      answerSupplement: { ...request, note: reason },
      receiveSupplement: { ...request, components: [component], note: reason },
      stopDossier: { dossierId, expectedVersion: 1, ground: 'law', reason, money: 'Chưa thu', signerPostId },
      requestWithdrawal: { dossierId, reason },
      takeBackWithdrawal: request,
      declineWithdrawal: { ...request, answer: reason },
      transferDossier: { taskId, toUnitId: units.byKey('xa-tan-bien')?.id, reason },
      receiveMessage: {
        taskId,
        document: { name: 'Thông báo', number: '1/TB', on: '2026-11-23' },
        note: 'x',
      },
      askOpinion: { taskId, unitId: units.byKey('so-xay-dung')?.id, question: reason, hours: 8, wait: true },
      answerOpinion: {
        dossierId,
        opinionId: newUuidV7(),
        verdict: 'agree',
        answer: reason,
        document: '1/CV',
      },
      acceptHandOver: { taskId },
    };
  }

  async function sampleInputs() {
    const draftId = await aBirthDraft(world, test, citizen);
    const submitted = must(
      await modules().dossiers.commands.submitDraft(world.as(citizen), {
        draftId: await aBirthDraft(world, test, citizen),
        expectedVersion: 3,
      }),
    );
    const { units } = modules().identity;
    const taskId = newUuidV7();
    const fileId = newUuidV7();
    const draft = { draftId, expectedVersion: 3 };
    const component = {
      key: 'giay-chung-sinh',
      receivedOriginals: 1,
      receivedCopies: 0,
      comparedWithOriginal: true,
      note: 'ghi chú',
    };
    const matter = {
      procedureCode: '1.001193',
      caseKey: 'co-chung-sinh',
      caseAnswers: { 'chung-sinh': 'co' },
      competentUnitId: units.byKey('phuong-tan-ninh')?.id,
    };
    const fee = { quantities: { copy: 1 }, receiptNumber: 'BL-1', amount: 8000 };
    const walkIn = {
      ...matter,
      receivedUnitId: units.byKey('phuong-tan-ninh/one-stop')?.id,
      owner: { name: 'Võ Thị Hạnh', identityNumber: '072188999077', birthDate: '1990', address: 'khu phố 3' },
      components: [component],
      fee,
      post: { cameUnder: 'EA123456789VN', returnTo: home },
    };
    const result = {
      typeCode: 'KQ.G15.000031',
      number: '1',
      book: '01/2026',
      issuedOn: '2026-11-23',
      fileId,
    };
    const dossier = { dossierId: submitted.dossierId, expectedVersion: 1 };
    return {
      startDraft: matter,
      saveDraft: { ...draft, answers: { requesterName: 'Lụa', children: [{ name: 'An' }] }, contact: {} },
      attachDraftFiles: { draftId, componentKey: 'giay-chung-sinh', fileIds: [fileId] },
      detachDraftFile: { draftId, fileId },
      renewDraft: { draftId },
      submitDraft: draft,
      chooseForDraft: { ...draft, post: { sendsPapers: true, returnTo: home }, parts: ['1.004222'] },
      saveRepresented: {
        ...draft,
        represented: {
          owner: { name: 'Lê Văn Út Mười', identityNumber: '072058999004', taxCode: '3900999001' },
          representation: { capacity: 'authorised', document: 'Giấy ủy quyền', issuedOn: '2026-11-20' },
        },
      },
      handToPost: {
        unitId: units.byKey('phuong-tan-ninh/one-stop')?.id,
        items: [{ taskId, trackingNumber: 'EA123456789VN' }],
      },
      recordPart: {
        taskId,
        code: '1.004222',
        state: 'done',
        foreignCode: 'x',
        number: '1',
        on: '2026-11-23',
      },
      attachScans: {
        dossierId: submitted.dossierId,
        componentKey: 'giay-chung-sinh',
        fileIds: [fileId],
      },
      receiveByPost: { dossierId: submitted.dossierId, trackingNumber: 'EA123456789VN' },
      refuseIntake: { ...dossier, reason: 'Không thuộc thẩm quyền giải quyết' },
      acceptDossier: { ...dossier, components: [component], fee },
      registerWalkIn: walkIn,
      settleAtCounter: { ...walkIn, signerPostId: newUuidV7(), result },
      takeUpTask: { taskId },
      releaseTask: { taskId, reason: 'nhầm' },
      assignTask: { taskId, accountId: newUuidV7(), reason: 'đổi người' },
      bulk: { act: 'assign', taskIds: [taskId], accountId: newUuidV7(), reason: 'đổi người' },
      handOver: {
        unitId: units.byKey('phuong-tan-ninh/office')?.id,
        fromAccountId: newUuidV7(),
        toAccountId: newUuidV7(),
        expected: 1,
        reason: 'chuyển công tác',
      },
      substitute: {
        unitId: units.byKey('phuong-tan-ninh/office')?.id,
        absentAccountId: newUuidV7(),
        substituteAccountId: newUuidV7(),
        fromOn: '2026-11-24',
        lastOn: '2026-11-25',
        reason: 'nghỉ phép',
      },
      endSubstitution: { substitutionId: newUuidV7() },
      saveQueueChoice: { queue: 'dang-thu-ly', choice: { sort: 'newest', columns: ['due'] } },
      attachResultFiles: { taskId, fileIds: [fileId] },
      completeTask: { taskId, outcome: 'forward', note: 'x', result, handedTo: 'Lụa' },
      suspendClock: { dossierId: submitted.dossierId, ground: 'verification', document: '12/CV' },
      resumeClock: { dossierId: submitted.dossierId, suspensionId: newUuidV7() },
      apologise: { dossierId: submitted.dossierId, newDueOn: '2026-12-02', reason: 'phải tra sổ giấy' },
      extendDeadline: { dossierId: submitted.dossierId, amount: 5, reason: 'phải xem xét thêm' },
      changeCalendar: {
        calendar: 'tay-ninh',
        expectedVersion: 1,
        note: 'Lịch thử',
        definition: { hours: { 1: [['07:00', '11:30']] }, off: [{ date: '2026-12-24' }], makeUp: [] },
      },
      discardDraft: { draftId: newUuidV7() },
      ...acts(submitted.dossierId, component),
    };
  }

  const ofCitizens = /Draft|Represented|SupplementFile|answerSupplement|(request|takeBack)Withdrawal/;

  it.each([
    'startDraft',
    'saveDraft',
    'attachDraftFiles',
    'detachDraftFile',
    'saveRepresented',
    'renewDraft',
    'submitDraft',
    'refuseIntake',
    'acceptDossier',
    'registerWalkIn',
    'settleAtCounter',
    'takeUpTask',
    'releaseTask',
    'assignTask',
    'bulk',
    'handOver',
    'substitute',
    'endSubstitution',
    'saveQueueChoice',
    'attachResultFiles',
    'completeTask',
    'suspendClock',
    'resumeClock',
    'changeCalendar',
    'apologise',
    'extendDeadline',
    'discardDraft',
    'requestSupplement',
    'withdrawSupplement',
    'attachSupplementFiles',
    'detachSupplementFile',
    'answerSupplement',
    'receiveSupplement',
    'stopDossier',
    'requestWithdrawal',
    'takeBackWithdrawal',
    'declineWithdrawal',
    'transferDossier',
    'receiveMessage',
    'askOpinion',
    'answerOpinion',
    'acceptHandOver',
  ] as const satisfies readonly InputCommand[])('%s answers every one of them', async (name) => {
    const actor = ofCitizens.test(name) ? citizen : counter;
    const command: (ctx: ReturnType<typeof world.as>, input: unknown) => Promise<Result<unknown>> =
      modules().dossiers.commands[name];
    for (const input of hostileVariants(samples[name])) {
      const outcome = await command(world.as(actor), input).catch((error: unknown) => ({ error, input }));
      expect(outcome).toHaveProperty('ok');
    }
  });

  it('a draft filled with any of them is kept or refused, read again, renewed, and handed in or refused', async () => {
    const { commands, queries } = modules().dossiers;
    let draft = { draftId: await aBirthDraft(world, test, citizen), expectedVersion: 3 };
    let refused = 0;
    // Every seventh: all values and all parts come by, in a seventh of the time.
    for (const answers of hostileVariants(birthAnswers).filter((_, at) => at % 7 === 0)) {
      const saved = await commands.saveDraft(world.as(citizen), { ...draft, answers });
      if (!saved.ok) continue;
      must(await queries.getDraft(world.as(citizen), draft.draftId));
      const { version } = must(await commands.renewDraft(world.as(citizen), { draftId: draft.draftId }));
      draft = { ...draft, expectedVersion: version };
      const handedIn = await commands.submitDraft(world.as(citizen), draft);
      if (handedIn.ok) draft = { draftId: await aBirthDraft(world, test, citizen), expectedVersion: 3 };
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(50);
  });

  it('queries answer every one of them', async () => {
    const { queries } = modules().dossiers;
    const { catalogue, forms, notifications } = modules();
    const asCitizen = () => world.as(citizen);
    const asOfficer = () => world.as(counter);
    const texts = hostileValues.filter((value) => typeof value === 'string');
    const asked: readonly ((text: string) => Promise<unknown>)[] = [
      (text) => queries.competentUnits(asCitizen(), text),
      (text) => queries.getDraft(asCitizen(), text),
      (text) => queries.listMyDossiers(asCitizen(), text),
      (text) => queries.getMyDossier(asCitizen(), text),
      (text) => queries.lookUp(asCitizen(), { code: text, secondFact: text }),
      (text) => queries.inbox(asOfficer(), 'cho-tiep-nhan', { cursor: text }),
      (text) => queries.getOfficeDossier(asOfficer(), text),
      (text) => queries.clockPage(asOfficer(), text),
      (text) => queries.search(asOfficer(), text),
      (text) => notifications.queries.inbox(asCitizen(), text),
      (text) => forms.queries.formVersion(asCitizen(), text),
      (text) => catalogue.findProcedures(asCitizen(), { q: text }),
      (text) => catalogue.findProcedures(asCitizen(), { sector: text, after: text }),
      (text) => catalogue.getProcedurePage(asCitizen(), { code: text }),
      (text) => catalogue.getProcedurePage(asCitizen(), { code: '1.001193', on: text, caseKey: text }),
      (text) =>
        modules().identity.signInOfficer({ login: text, password: 'x' }, world.as(citizen).now, origin),
    ];
    for (const ask of asked) {
      for (const text of texts) {
        const outcome = await ask(text).catch((error: unknown) => ({ error, text, ask: ask.toString() }));
        expect(outcome).toHaveProperty('ok');
      }
    }
  });
});

const origin = { ip: '127.0.0.1', userAgent: 'test' };
