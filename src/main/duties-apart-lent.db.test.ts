import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { Step } from '../modules/process/public.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { inTransaction } from '../platform/transaction.ts';
import { officeWorld } from './testing/office-world.ts';
import { aPermit } from './testing/permit-process.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const by = (role: OfficerActor['posts'][number]['role'], unit: 'oneStop' | 'competent' = 'competent') => ({
  performer: { unit, role },
  hours: 8,
});
const steps: readonly Step[] = [
  { key: 'tiep-nhan', name: 'Tiếp nhận', kind: 'intake', ...by('oneStopOfficer', 'oneStop') },
  { key: 'tham-dinh', name: 'Thẩm định', kind: 'work', ...by('leader') },
  { key: 'ky', name: 'Ký giấy phép', kind: 'sign', ...by('leader'), notBy: ['tham-dinh'] },
  { key: 'phat-hanh', name: 'Phát hành', kind: 'issue', ...by('recordsClerk') },
  { key: 'tra', name: 'Trả kết quả', kind: 'return', ...by('oneStopOfficer', 'oneStop'), hours: 0 },
];

/** What a delegate does in the principal's name is the principal's own act: neither signs what the other appraised. */
describe('duties kept apart under a lent power', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const commands = () => world.product.modules.dossiers.commands;
  const queries = () => world.product.modules.dossiers.queries;
  const office = officeWorld(world, test);
  const apart = { ok: false, refusal: { type: 'dossiers.duties-apart' } };
  let counter: OfficerActor;
  let chair: OfficerActor;
  let deputy: OfficerActor;
  let delegate: OfficerActor;

  beforeAll(async () => {
    const record = {
      code: 'giay-phep-uy-quyen',
      name: 'Giấy phép do lãnh đạo thẩm định',
      procedures: ['1.013225'],
      cases: ['nha-o-rieng-le'],
      table: { steps },
      validFrom: '2026-11-01' as PlainDate,
      source: 'test',
      certainty: 'practice',
    };
    must(
      await inTransaction(test.db, (tx) =>
        world.product.modules.process.loadProcesses(tx, [record], morning),
      ),
    );
    counter = await world.officer('tiepnhan.tanninh');
    chair = await world.officer('chutich.tanninh');
    deputy = await world.officer('phochutich.tanninh');
    const { delegations } = world.product.modules.identity;
    const chief = await world.officer('chanhvanphong.tanninh');
    const given = must(
      await delegations.give(world.as(chair), {
        kind: 'authorised',
        principalPostId: chair.posts[0]?.postId,
        delegatePersonId: chief.personId,
        decisionNumber: '15/QĐ-UBND',
        decisionOn: '2026-11-20',
        fromOn: '2026-11-23',
        lastOn: '2026-12-31',
        acts: ['result', 'work'],
      }),
    );
    must(await delegations.accept(world.as(chief), given));
    delegate = await world.officer('chanhvanphong.tanninh');
  }, 60_000);

  async function appraisedBy(officer: OfficerActor): Promise<{ dossierId: string; taskId: string }> {
    const dossierId = await aPermit(world, counter, morning);
    const input = { taskId: await office.openTaskOf(dossierId), outcome: 'forward' };
    must(await commands().completeTask(world.as(officer), input));
    return { dossierId, taskId: await office.openTaskOf(dossierId) };
  }

  const sign = (officer: OfficerActor, taskId: string) =>
    commands().completeTask(world.as(officer), { taskId, outcome: 'forward' });

  it.each([
    ['the chair appraised', () => chair, [() => chair, () => delegate]],
    ['the delegate appraised for the chair', () => delegate, [() => delegate, () => chair]],
  ] as const)('%s: neither of the two signs, the deputy does', async (_, appraiser, barred) => {
    const { dossierId, taskId } = await appraisedBy(appraiser());
    for (const who of barred) {
      expect(await sign(who(), taskId)).toMatchObject(apart);
      const seen = must(await queries().getOfficeDossier(world.as(who()), dossierId));
      expect(seen.tasks.find((task) => task.taskId === taskId)?.barredBy).toBe('Thẩm định');
      expect(seen.actions.map(({ action }) => action)).not.toContain('forward');
      const rows = must(await queries().inbox(world.as(who()), 'cho-ky')).items;
      expect(rows.find((row) => row.taskId === taskId)?.barredBy).toBe('Thẩm định');
      const told = must(await queries().explainAccess(world.as(who()), { code: seen.code }));
      expect(told.steps.map(({ verdict }) => verdict)).toEqual(['barred']);
    }
    must(await sign(deputy, taskId));
  });

  it('the delegate signs for the chair what the deputy appraised', async () => {
    const { taskId } = await appraisedBy(deputy);
    must(await sign(delegate, taskId));
  });
});
