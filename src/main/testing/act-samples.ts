import { sql } from 'kysely';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import type { AuthorisationWorld } from './authorisation-world.ts';
import { anUploadedFile } from './birth-draft.ts';
import { aLandTransfer } from './land-transfer.ts';
import type { SeededProduct } from './seeded-product.ts';
import { morning } from './test-config.ts';

const reason = 'Bản chụp mờ, không đọc được số giấy';
const items = [{ componentKey: 'giay-chung-sinh', reason }];

/** Inputs of what can be done to a dossier beside moving it on; each call makes a dossier that stands there. */
export function actSamples(world: SeededProduct, test: TestDatabase, all: AuthorisationWorld) {
  const { commands, queries } = world.product.modules.dossiers;
  const { anAccepted, unitId } = all;
  const as = (who: Parameters<AuthorisationWorld['officerAccount']>[0]) => world.as(all.officerAccount(who));
  const signerPostId = () => all.officerAccount('leader').posts[0]?.postId;

  async function anAsk() {
    const { taskId } = await anAccepted();
    return { taskId, items, answerBy: '2026-12-04', signerPostId: signerPostId() };
  }

  async function anAsked() {
    const { dossierId, taskId } = await anAccepted();
    const ask = { taskId, items, answerBy: '2026-12-04', signerPostId: signerPostId() };
    const { requestId } = must(await commands.requestSupplement(as('specialist'), ask));
    return { dossierId, requestId };
  }

  async function aWish() {
    const { dossierId } = await anAccepted();
    const wish = { dossierId, reason: 'Đã nộp ở nơi khác' };
    return { dossierId, ...must(await commands.requestWithdrawal(world.as(all.owner), wish)) };
  }

  async function aQuestion() {
    const { taskId } = await anAccepted();
    const question = 'Đề nghị xác nhận nơi cư trú';
    return { taskId, unitId: unitId('phuong-tan-ninh/economy'), question, hours: 8, wait: true };
  }

  return {
    anAsk,
    anAsked,
    aWish,
    aQuestion,
    async aTakeBack() {
      return { ...(await anAsked()), reason: 'Đã tìm thấy giấy' };
    },
    async aGivenFile() {
      const fileIds = [await anUploadedFile(test, all.owner)];
      return { ...(await anAsked()), componentKey: 'giay-chung-sinh', fileIds };
    },
    async anAnswer() {
      return { ...(await anAsked()), note: 'Bệnh viện không cấp lại được' };
    },
    async aReceived() {
      const papers = { receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: true };
      return { ...(await anAsked()), components: [{ key: 'giay-chung-sinh', ...papers }] };
    },
    async aStop() {
      const { dossierId } = await anAccepted();
      const { version } = must(await queries.getOfficeDossier(as('counter'), dossierId));
      const money = 'Chưa thu phí';
      return {
        dossierId,
        expectedVersion: version,
        ground: 'law',
        reason,
        money,
        signerPostId: signerPostId(),
      };
    },
    async aTransfer() {
      const { taskId } = await anAccepted();
      return { taskId, toUnitId: unitId('xa-tan-bien'), reason: 'Trẻ cư trú ở xã Tân Biên' };
    },
    async anOpinion() {
      const question = { ...(await aQuestion()), unitId: unitId('xa-tan-bien/office') };
      const { dossierId } = must(await commands.askOpinion(as('specialist'), question));
      const { opinions } = must(await queries.getOfficeDossier(as('counter'), dossierId));
      return { dossierId, opinionId: opinions[0]?.opinionId, verdict: 'agree', answer: 'Đúng như khai' };
    },
    /** A birth registration whose first step another commune does: handed over, not taken yet. */
    async aHandOver() {
      const { taskId } = await anAccepted();
      await sql`
        update dossiers.task set needs_acceptance = true, unit_id = ${unitId('xa-tan-bien/office')}
        where task_id = ${taskId}
      `.execute(test.owner);
      return { taskId };
    },
    /** A land dossier in its tax wait, and what ends it. */
    async aMessage() {
      const dossierId = await aLandTransfer(world, all.officerAccount('counter'), morning);
      const seen = must(await queries.getOfficeDossier(as('counter'), dossierId));
      const taskId = seen.tasks.find(({ closedAt }) => closedAt === undefined)?.taskId;
      const document = { name: 'Thông báo nộp thuế', number: '12/TB', on: '2026-11-23' };
      return { taskId, document };
    },
  };
}
