import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { extractText } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { createBlobFolder } from '../platform/blob-folder.ts';
import { many, one } from '../platform/database.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { officeWorld } from './testing/office-world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

/** Who signs: by a post as it stands, by one they hold with these lines, or by what the chairman lent them. */
const signers = [
  { login: 'phochutich.tanninh', name: 'Lâm Thị Bích Vân', lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
  {
    login: 'phochutich.tanbien',
    name: 'Phan Thanh Nhàn',
    lines: ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'],
    given: 'Chánh Văn phòng',
  },
  {
    login: 'chutich.tanbien',
    name: 'Lương Quốc Việt',
    lines: ['Q. CHỦ TỊCH'],
    given: 'Quyền Chủ tịch',
  },
  {
    login: 'chanhvanphong.tanninh',
    name: 'Đặng Quốc Thái',
    lines: ['TUQ. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'],
    lent: true,
  },
] as const;

describe('who signs as what (NĐ 30/2020/NĐ-CP, Điều 13 and Phụ lục I)', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const office = officeWorld(world, test);
  const commands = () => world.product.modules.dossiers.commands;
  let specialist: OfficerActor;
  let clerk: OfficerActor;

  beforeAll(async () => {
    specialist = await world.officer('hotich.tanninh');
    clerk = await world.officer('vanthu.tanninh');
    await office.births();
  }, 60_000);

  it.each(signers)('$lines: in the row and on the paper of all they sign', async (signer) => {
    const [actor, key] = await takingOffice(signer);
    const asked = await accepted();
    const items = [{ componentKey: 'giay-chung-sinh', reason: 'Bản chụp mờ' }];
    const ask = { taskId: asked.taskId, items, answerBy: '2026-12-04', signerPostId: key };
    must(await commands().requestSupplement(world.as(specialist), ask));
    const stopped = await accepted();
    const why = { ground: 'law', reason: 'Không đủ điều kiện', money: 'Chưa thu' };
    const stop = { dossierId: stopped.dossierId, expectedVersion: await versionOf(stopped), ...why };
    must(await commands().stopDossier(world.as(specialist), { ...stop, signerPostId: key }));
    const done = await accepted();
    const apology = { dossierId: done.dossierId, newDueOn: '2026-12-25', reason: 'Chờ xác minh' };
    must(await commands().apologise(world.as(actor), apology));
    await granted(done.dossierId, actor);
    await world.runJobs();

    expect(await linesIn('dossiers.supplement_request', 'dossier_id', asked.dossierId)).toEqual(signer.lines);
    expect(await linesIn('dossiers.stop_notice', 'dossier_id', stopped.dossierId)).toEqual(signer.lines);
    expect(await linesIn('dossiers.promise', 'dossier_id', done.dossierId)).toEqual(signer.lines);
    expect(await linesIn('documents.result', 'subject_id', done.dossierId)).toEqual(signer.lines);
    const printed = [...signer.lines, signer.name].join(' ');
    for (const [form, { dossierId }] of [
      ['supplement', asked],
      ['stop', stopped],
      ['apology', done],
    ] as const)
      expect([form, await textOf(form, dossierId)]).toEqual([form, expect.stringContaining(printed)]);
  });

  /** The officer as they sign from now on, and the key under which a signature on paper names them. */
  async function takingOffice(signer: (typeof signers)[number]): Promise<readonly [OfficerActor, string]> {
    const before = await world.officer(signer.login);
    if ('lent' in signer) {
      const chair = await world.officer('chutich.tanninh');
      const given = must(
        await world.product.modules.identity.delegations.give(world.as(chair), {
          kind: 'authorised',
          principalPostId: chair.posts[0]?.postId,
          delegatePersonId: before.personId,
          decisionNumber: '15/QĐ-UBND',
          decisionOn: '2026-11-20',
          fromOn: '2026-11-23',
          lastOn: '2026-12-31',
          acts: ['result', 'supplement', 'stop', 'apology'],
        }),
      );
      must(await world.product.modules.identity.delegations.accept(world.as(before), given));
      return [await world.officer(signer.login), given.delegationId];
    }
    if (!('given' in signer)) return [before, before.posts[0]?.postId ?? ''];
    const postId = newUuidV7();
    await sql`
      insert into identity.post (jurisdiction, id, person_id, unit_id, role, title, signature_lines, valid_from)
      values (1, ${postId}, ${before.personId}, ${office.unitId('phuong-tan-ninh')}, 'leader', ${signer.given},
        ${[...signer.lines]}::text[], '2026-01-01')`.execute(test.owner);
    return [await world.officer(signer.login), postId];
  }

  async function accepted(): Promise<{ readonly dossierId: string; readonly taskId: string }> {
    const { dossierId, taskId = '' } = await (await office.births()).anAccepted();
    return { dossierId, taskId };
  }

  async function versionOf({ dossierId }: { readonly dossierId: string }) {
    const { getOfficeDossier } = world.product.modules.dossiers.queries;
    return must(await getOfficeDossier(world.as(specialist), dossierId)).version;
  }

  /** Signed by the officer, numbered and sealed. */
  async function granted(dossierId: string, actor: OfficerActor) {
    const forward = async () => ({ taskId: await office.openTaskOf(dossierId), outcome: 'forward' });
    must(await commands().completeTask(world.as(specialist), await forward()));
    must(await commands().completeTask(world.as(actor), await forward()));
    const result = { typeCode: 'KQ.G15.000031', book: '01/2026', issuedOn: '2026-11-23' };
    must(await commands().completeTask(world.as(clerk), { ...(await forward()), result }));
  }

  async function linesIn(table: string, key: string, dossierId: string): Promise<readonly string[]> {
    const rows = await many(
      test.owner,
      sql<{ lines: readonly string[] }>`
        select to_jsonb(signer_lines) as lines from ${sql.table(table)} where ${sql.ref(key)} = ${dossierId}`,
    );
    return rows.flatMap(({ lines }) => lines);
  }

  /** What the printed letter says, its lines run together, without the place the form leaves for the hand. */
  async function textOf(form: string, dossierId: string): Promise<string> {
    const { sha256 } = await one(
      test.owner,
      sql<{ sha256: string }>`
        select f.sha256 from dossiers.letter l join documents.file f on f.file_id = l.file_id
        where l.dossier_id = ${dossierId} and l.form = ${form}`,
    );
    const folder = join(world.product.config.dataFolder, 'files');
    const pdf = await createBlobFolder({ folder, clock: () => morning }).read(sha256);
    if (!pdf) throw new Error(`no file of ${form}`);
    const { text } = await extractText(new Uint8Array(await buffer(pdf)), { mergePages: true });
    return text.replaceAll(/\s+/g, ' ').replaceAll(/\(Ký[^)]*\) /g, '');
  }
});
