import { sql } from 'kysely';
import { beforeAll } from 'vitest';
import type { OfficerActor } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { lentActs } from '../../../modules/identity/contract.ts';
import { one } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { compose } from '../../compose.ts';
import { anUploadedFile } from '../birth-draft.ts';
import { decideLists } from '../decide-lists.ts';
import type { SeededProduct } from '../seeded-product.ts';
import { morning } from '../test-config.ts';
import type { Standing } from './acts.ts';
import { borrower, type Loan, officersOfEveryScope } from './askers.ts';
import type { Asker, StateFacts } from './facts.ts';
import { savepointDatabase } from './savepoints.ts';
import { type Hands, type State, stateMakers, states } from './states.ts';

const ward = 'phuong-tan-ninh';

/** One dossier in every state and everybody who may ask, over a database in which each answer can be undone. */
export function useMatrix(test: TestDatabase, seeded: SeededProduct) {
  let world: SeededProduct;
  let hands: Hands;
  let askers: Readonly<Record<string, Asker>>;
  const standings = new Map<State, Standing>();
  const files = new Map<string, string>();

  const unitId = (key: string): Id<'unit'> => {
    const unit = seeded.product.modules.identity.units.byKey(key);
    if (!unit) throw new Error(`no unit ${key}`);
    return unit.id;
  };

  beforeAll(async () => {
    const control = await seeded.officer('kiemsoat.tthc');
    const post = { list: 'post', intake: true, return: true };
    const lists = [{ change: 'add', code: '1.001193', facts: post }];
    await decideLists(seeded, control, lists, { now: morning, from: '2026-11-23' });
    await sql`insert into process.extension_rule (jurisdiction, sector, procedure_code, valid_from, unit, most, times,
      moves, name, source, certainty)
      values (1, '', '1.001193', '2026-01-01', 'working-days', 5, 1, true, 'Thử', 'test', 'unchecked')`.execute(
      test.owner,
    );
    hands = {
      owner: await seeded.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051'),
      counter: await seeded.officer('tiepnhan.tanninh'),
      secondCounter: await seeded.officer('tiepnhan2.tanninh'),
      specialist: await seeded.officer('hotich.tanninh'),
      leader: await seeded.officer('phochutich.tanninh'),
      clerk: await seeded.officer('vanthu.tanninh'),
      landHead: await seeded.officer('giamdoc.datdai'),
    };
    askers = await everybody();
    for (const { actor } of Object.values(askers))
      if ('accountId' in actor && !files.has(actor.accountId))
        files.set(actor.accountId, await anUploadedFile(test, actor));
    const product = await compose(seeded.product.config, savepointDatabase(test.url));
    world = { ...seeded, as: seeded.as, product };
    const { make, openTask } = stateMakers(world, test, hands);
    for (const state of Object.keys(make) as State[]) {
      const dossierId = await make[state]();
      standings.set(state, await standingOf(state, dossierId, await openTask(dossierId)));
    }
  }, 120_000);

  async function everybody(): Promise<Readonly<Record<string, Asker>>> {
    const base = await seeded.officer('kinhte.tanbien');
    const nobody = { posts: [], given: [], lent: [] };
    const citizen = (actor: Asker['actor'], whose: 'owner' | 'other'): Asker => ({
      ...nobody,
      actor,
      citizen: whose,
    });
    const other = await seeded.citizen('Lê Văn Khác', '072195999002', '0530000052');
    const { owner } = hands;
    return {
      anonymous: { ...nobody, actor: { kind: 'anonymous' } },
      'the installation itself': { ...nobody, actor: { kind: 'system', task: 'test' } },
      owner: citizen(owner, 'owner'),
      'owner with another account': citizen(
        { ...other, personId: owner.personId, accountIds: [other.accountId, owner.accountId] },
        'owner',
      ),
      'another citizen': citizen(other, 'other'),
      ...officersOfEveryScope(unitId, base, morning),
      'specialist who takes it up': {
        ...nobody,
        actor: hands.specialist,
        posts: [{ role: 'specialist', units: [`${ward}/office`] }],
        is: 'specialist',
      },
      'counter who takes it up': {
        ...nobody,
        actor: hands.secondCounter,
        posts: [{ role: 'oneStopOfficer', units: [`${ward}/one-stop`] }],
        is: 'secondCounter',
      },
      'substitute of the specialist': await aSubstitute(),
      ...(await borrowers()),
    };
  }

  async function aSubstitute(): Promise<Asker> {
    const actor = await seeded.officer('kinhte.tanninh');
    await sql`
      insert into dossiers.substitution (jurisdiction, substitution_id, unit_id, absent_account, substitute_account,
        from_on, until_on, reason, created_by, created_at)
      values (1, ${newUuidV7()}, ${unitId(`${ward}/office`)}, ${hands.specialist.accountId}, ${actor.accountId},
        '2026-11-20', '2026-12-31', 'Nghỉ phép', ${hands.leader.accountId}, '2026-11-20')`.execute(
      test.owner,
    );
    const posts = [{ role: 'specialist', units: [`${ward}/economy`] }] as const;
    return { actor, posts, given: [], lent: [], standsInFor: 'specialist' };
  }

  async function borrowers(): Promise<Readonly<Record<string, Asker>>> {
    const chair = await seeded.officer('chutich.tanninh');
    const all = { role: 'leader', units: [ward], acts: lentActs, sectors: [], procedures: [] } as const;
    const lend = async (
      login: string,
      own: Asker['posts'][number],
      loan: Omit<Loan, 'delegationId'>,
      ended = false,
    ) => {
      const actor = await seeded.officer(login);
      const delegationId = await delegate(actor, loan, ended);
      const found = borrower(actor, own, [{ ...loan, delegationId }], unitId);
      return ended ? { ...found, lent: [], ended: found.lent } : found;
    };
    const section = { role: 'headOfSection', units: [`${ward}/culture-society`] } as const;
    return {
      'delegate of the chair': await lend('truongphongxh.tanninh', section, { ...all, principal: chair }),
      'delegate in another sector': await lend(
        'truongphongkt.tanninh',
        { role: 'headOfSection', units: [`${ward}/economy`] },
        { ...all, sectors: ['Đất đai'], principal: chair },
      ),
      'delegate for signing births': await lend(
        'xahoi.tanninh',
        { role: 'specialist', units: [`${ward}/culture-society`] },
        { ...all, acts: ['result'], procedures: ['1.001193'], principal: chair },
      ),
      'delegate whose power has ended': await lend(
        'buudien.tanninh',
        { role: 'postOfficeOfficer', units: [`${ward}/one-stop`] },
        { ...all, principal: chair },
        true,
      ),
      'delegate of the land office': await lend(
        'vanthu.datdai',
        { role: 'recordsClerk', units: ['van-phong-dang-ky-dat-dai'] },
        { ...all, units: ['van-phong-dang-ky-dat-dai'], principal: hands.landHead },
      ),
    };
  }

  async function delegate(
    to: OfficerActor,
    { principal, ...loan }: Omit<Loan, 'delegationId'>,
    ended: boolean,
  ) {
    const delegationId = newUuidV7<'delegation'>();
    await sql`
      insert into identity.delegation (jurisdiction, delegation_id, kind, principal_post_id, delegate_person_id,
        decision_number, decision_on, from_on, until_on, acts, sectors, procedures, may_pass_on, created_by, created_at,
        accepted_at, ended_at)
      values (1, ${delegationId}, 'authorised', ${principal.posts[0]?.postId}, ${to.personId}, '1/QĐ', '2026-11-01',
        '2026-11-01', '2027-01-01', ${[...loan.acts]}::text[], ${[...loan.sectors]}::text[],
        ${[...loan.procedures]}::text[], false, ${principal.accountId}, '2026-11-01', '2026-11-01',
        ${ended ? '2026-11-23' : null}::timestamptz)`.execute(test.owner);
    return delegationId;
  }

  async function standingOf(state: State, dossierId: string, taskId: string): Promise<Standing> {
    const { step, competent }: StateFacts = states[state];
    const signers = { [ward]: hands.leader, 'van-phong-dang-ky-dat-dai': hands.landHead };
    const signer = Object.entries(signers).find(([unit]) => unit === competent)?.[1];
    const elsewhere = step.unit === 'xa-tan-bien/office' ? await seeded.officer('hotich.tanbien') : undefined;
    const byRole = {
      specialist: elsewhere ?? hands.specialist,
      leader: hands.leader,
      recordsClerk: hands.clerk,
      oneStopOfficer: hands.counter,
    };
    const assignee = Object.entries(byRole).find(([role]) => role === step.role)?.[1].accountId ?? '';
    const found = await one(
      world.product.db,
      sql<
        Pick<Standing, 'code' | 'version' | 'supplementId' | 'wishId' | 'lineId' | 'opinionId'> & {
          sector: string;
        }
      >`
        select d.code, d.version, d.sector,
          (select max(request_id::text) from dossiers.supplement_request s where s.dossier_id = d.dossier_id) as "supplementId",
          (select max(request_id::text) from dossiers.withdrawal_request w where w.dossier_id = d.dossier_id) as "wishId",
          (select max(suspension_id::text) from dossiers.suspension u where u.dossier_id = d.dossier_id) as "lineId",
          (select max(opinion_id::text) from dossiers.opinion o where o.dossier_id = d.dossier_id) as "opinionId"
        from dossiers.dossier d where d.jurisdiction = 1 and d.dossier_id = ${dossierId}`,
    );
    if (found.sector !== states[state].sector) throw new Error(`${state} is of sector ${found.sector}`);
    const none = newUuidV7();
    return {
      dossierId,
      taskId,
      code: found.code,
      version: found.version,
      supplementId: found.supplementId ?? none,
      wishId: found.wishId ?? none,
      lineId: found.lineId ?? none,
      opinionId: found.opinionId ?? none,
      signerPostId: (signer ?? (await seeded.officer('chutich.tanbien'))).posts[0]?.postId ?? none,
      assignee,
      unitId,
      fileId: none,
    };
  }

  return {
    get world() {
      return world;
    },
    get askers() {
      return askers;
    },
    /** What an asker's input names in a state. */
    standing(state: State, { actor }: Asker): Standing {
      const found = standings.get(state);
      if (!found) throw new Error(`no dossier is ${state}`);
      const fileId = 'accountId' in actor ? files.get(actor.accountId) : undefined;
      return { ...found, ...(fileId !== undefined && { fileId }) };
    },
  };
}
