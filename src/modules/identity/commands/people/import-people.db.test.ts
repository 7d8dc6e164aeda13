import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../../../../kernel/actor.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { one } from '../../../../platform/database.ts';
import { newUuidV7 } from '../../../../platform/ids.ts';
import { must } from '../../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../../platform/testing/test-database.ts';
import { peopleTemplate } from '../../queries/people/people-template.ts';
import { aPeopleRow, type PeopleCells, savePeopleFile, told } from '../../testing/a-people-file.ts';
import { anAdministration } from '../../testing/an-administration.ts';

const now = new Date('2026-11-26T08:00:00+07:00');

describe('import of people and posts from Excel', () => {
  const test = useTestDatabase();
  let house: Awaited<ReturnType<typeof anAdministration>>;
  let admin: OfficerActor;
  let admin2: OfficerActor;
  let folder: string;
  let file: string;
  const commands = () => house.identity.people.commands;
  const queries = () => house.identity.people.queries;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-people-'));
    file = join(folder, 'tep.xlsx');
    house = await anAdministration(test, now);
    admin = await house.signIn('quantri');
    admin2 = await house.signIn('quantri2');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const send = async (ctx = house.as(admin)) =>
    commands().stagePeople(ctx, { path: file, name: 'cán bộ.xlsx' });
  const staged = async (rows: readonly PeopleCells[], by = admin) => {
    await savePeopleFile(file, rows);
    const { importId } = must(await send(house.as(by)));
    return must(await queries().getImport(house.as(by), importId));
  };
  const settle = (importId: string, choice: string, by = admin) =>
    commands().settlePeople(house.as(by), { importId, choice });
  const stands = (like: string) =>
    one(
      test.db,
      sql<{ accounts: number; people: number; posts: number; actions: number; rows: number }>`
        select (select count(*) from identity.account where login like ${like})::int as accounts,
          (select count(*) from identity.account join identity.person on person.id = account.person_id
            where login like ${like})::int as people,
          (select count(*) from identity.account join identity.post on post.person_id = account.person_id
            where login like ${like})::int as posts,
          (select count(*) from identity.account join platform.action on action.subject_id = account.id
            where login like ${like})::int as actions,
          (select count(*) from identity.people_import_row)::int as rows`,
    );
  /** Forty faults of ten kinds, four of each, spread over a file of 5,000 rows. */
  const faults: readonly (readonly [cell: PeopleCells, column: string, reason: string])[] = [
    [{ unit: 'Phường Không Có' }, 'C', 'unknown-unit'],
    [{ role: 'Thủ kho' }, 'D', 'unknown-role'],
    [{ login: 'có dấu' }, 'A', 'login-malformed'],
    [{ login: 'quantri2' }, 'A', 'login-taken'],
    [{ lastOn: '31/12/2026' }, 'H', 'days-reversed'],
    [{ from: '30/02/2027' }, 'G', 'not-a-date'],
    [{ name: '' }, 'B', 'required'],
    [{ title: { formula: 'A1', result: 'x' } }, 'E', 'formula'],
    [{ email: 'không phải' }, 'J', 'email-malformed'],
    [{ role: 'Nhân viên bưu chính tiếp nhận', unit: 'tan-ninh' }, 'D', 'not-at-counter'],
  ];

  it('names the 40 wrong rows of 5,000 by row and column, and takes in the rest or nothing', async () => {
    const expected: string[] = [];
    const rows = Array.from({ length: 5_000 }, (_, index) => {
      const fault = index % 125 === 60 ? faults[Math.floor(index / 125) % faults.length] : undefined;
      if (fault) expected.push(`${fault[1]}${index + 2} ${fault[2]}`);
      return aPeopleRow(index, fault?.[0]);
    });
    expect(expected).toHaveLength(40);
    const seen = await staged(rows);
    expect(told(seen.wrong)).toEqual(expected);
    expect(seen).toMatchObject({ read: 5_000, wrongRows: 40, state: 'waiting' });
    expect(seen.effect).toEqual({ accounts: 4_960, known: 0, posts: 4_960 });

    expect(await settle(seen.importId, 'whole')).toMatchObject({
      refusal: { type: 'identity.people-import-wrong-rows', params: { count: 40 } },
    });
    expect(await stands('canbo.%')).toMatchObject({ accounts: 0, posts: 0, rows: 4_960 });

    expect(must(await settle(seen.importId, 'rest'))).toEqual({ state: 'applied' });
    expect(await stands('canbo.%')).toEqual({
      accounts: 4_960,
      people: 4_960,
      posts: 4_960,
      actions: 4_960,
      rows: 0,
    });
    const after = must(await queries().getImport(house.as(admin), seen.importId));
    expect(after).toMatchObject({ state: 'applied', wrongRows: 40 });

    // The same file again finds everything taken; nothing is done twice.
    const again = await staged(rows);
    expect(again).toMatchObject({ wrongRows: 5_000, effect: { accounts: 0, known: 0, posts: 0 } });
    must(await settle(again.importId, 'nothing'));
    expect(await stands('canbo.%')).toMatchObject({ accounts: 4_960, posts: 4_960, actions: 4_960 });

    // People set their passwords with codes, 500 at a time.
    expect(after.withoutCode).toHaveLength(500);
    const slips = must(
      await commands().issueCodes(house.as(admin), { accountIds: after.withoutCode.slice(0, 3) }),
    );
    const [slip] = slips;
    const stranger = { now, origin: house.origin };
    const password = 'một câu thật dài để nhớ';
    const chosen = { code: slip?.code, password, again: password };
    must(await house.identity.activation.activate(stranger, chosen));
    must(await house.identity.signInOfficer({ login: slip?.login, password }, now, house.origin));
  });

  it('does once what is asked twice, and of two at once the one', async () => {
    await savePeopleFile(file, [aPeopleRow(1, { login: 'hai.lan' })]);
    const ctx = house.as(admin);
    const [first, second] = await Promise.all([send(ctx), send(ctx)]);
    expect(must(second)).toEqual(must(first));
    const { importId } = must(first);
    const request = house.as(admin);
    const asked = { importId, choice: 'whole' };
    must(await commands().settlePeople(request, asked));
    expect(must(await commands().settlePeople(request, asked))).toEqual({ state: 'applied' });
    expect(await settle(importId, 'whole')).toMatchObject({
      refusal: { type: 'identity.people-import-settled' },
    });
    expect(await stands('hai.lan')).toMatchObject({ accounts: 1, posts: 1, actions: 1 });

    const race = [aPeopleRow(2, { login: 'cung.luc' }), aPeopleRow(3, { login: 'cung.luc.2' })];
    const [one, other] = [await staged(race), await staged(race, admin2)];
    const outcomes = await Promise.all([
      settle(one.importId, 'rest'),
      settle(other.importId, 'rest', admin2),
    ]);
    // Who comes second is shown what has changed, and nothing of the file is half taken.
    expect(outcomes.map((outcome) => must(outcome).state).toSorted()).toEqual(['applied', 'waiting']);
    const loser = must(outcomes[0] ?? expect.fail()).state === 'waiting' ? one : other;
    const by = loser === one ? admin : admin2;
    const anew = must(await queries().getImport(house.as(by), loser.importId));
    expect(anew).toMatchObject({ isRechecked: true, wrongRows: 2, effect: { posts: 0 } });
    expect(told(anew.wrong)).toEqual(['G2 post-held', 'G3 post-held']);
    expect(await stands('cung.luc%')).toMatchObject({ accounts: 2, posts: 2, actions: 2 });
  });

  it('lets an account opened by hand at the same moment win, or the file, and never both', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => aPeopleRow(index, { login: `tay.${index}` }));
    const { importId } = await staged(rows);
    const byHand = {
      name: 'Người Khác',
      login: 'tay.150',
      post: { unit: 'tan-ninh', role: 'specialist', title: 'Chuyên viên', from: '2027-01-01' },
    };
    const [taken, opened] = await Promise.all([
      settle(importId, 'whole'),
      commands().openAccount(house.as(admin2), byHand),
    ]);
    const { accounts, posts } = await stands('tay.%');
    const isTaken = must(taken).state === 'applied';
    expect(opened.ok).toBe(!isTaken);
    expect({ accounts, posts }).toEqual(isTaken ? { accounts: 300, posts: 300 } : { accounts: 1, posts: 1 });
  });

  it('gives several posts to one person, and more to who has an account', async () => {
    const both = { login: 'nhieu.viec', name: 'Lê Thị Bé' };
    const seen = await staged([
      aPeopleRow(1, { ...both, lines: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', phone: '0530000012' }),
      aPeopleRow(2, { ...both, role: 'van thu', unit: 'TAN-NINH.records' }),
      aPeopleRow(3, { ...both, from: '2027-05-01' }),
      aPeopleRow(4, { ...both, name: 'Lê Thị Khác', role: 'Văn thư' }),
      aPeopleRow(5, { login: 'vanthu.tanninh', name: 'Ai Đó Khác' }),
      aPeopleRow(6, { login: 'quantri', name: 'Cán bộ quantri' }),
      aPeopleRow(7, { login: 'chutich.tanninh', name: 'cán bộ  chutich.tanninh' }),
    ]);
    expect(told(seen.wrong)).toEqual(['A4 repeated', 'B5 name-differs', 'A6 login-taken', 'A7 own-post']);
    expect(seen.effect).toEqual({ accounts: 1, known: 1, posts: 3 });
    must(await settle(seen.importId, 'rest'));
    const post = await one(
      test.db,
      sql<{ lines: string[]; from: PlainDate; phone: string; has_password: boolean }>`
        select signature_lines as lines, valid_from as "from", phone, password_hash is not null as has_password
        from identity.post
        join identity.person on person.id = post.person_id
        join identity.account on account.person_id = person.id
        where account.login = 'nhieu.viec' and post.role = 'oneStopOfficer'`,
    );
    expect(post).toEqual({
      lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
      from: '2027-01-01',
      phone: '0530000012',
      has_password: false,
    });
    const held = await staged([
      aPeopleRow(1, both),
      aPeopleRow(2, { ...both, from: '2026-01-01', lastOn: '2026-12-31' }),
    ]);
    expect(told(held.wrong)).toEqual(['G2 post-held']);
  });

  it('keeps to the units of who sends it, and to who sent it', async () => {
    const reachOfWard: OfficerActor = {
      ...admin2,
      posts: [],
      grants: [
        {
          grantId: newUuidV7<'grant'>(),
          permission: 'identity.manage',
          reach: { kind: 'units', unitIds: [house.identity.units.byKey('tan-ninh')?.id ?? expect.fail()] },
        },
      ],
    };
    const seen = await staged(
      [
        aPeopleRow(1, { login: 'trong.pham-vi' }),
        aPeopleRow(2, { login: 'ngoai.pham-vi', unit: 'binh-minh' }),
        aPeopleRow(3, { login: 'tinh', role: 'Quản trị', unit: 'tan-ninh' }),
        aPeopleRow(4, { login: 'chutich.binhminh', name: 'Cán bộ chutich.binhminh' }),
      ],
      reachOfWard,
    );
    expect(told(seen.wrong)).toEqual(['C3 beyond-reach', 'D4 beyond-reach', 'A5 login-taken']);
    const notTheirs = { refusal: { type: 'identity.people-import-unknown' } };
    expect(await queries().getImport(house.as(admin), seen.importId)).toMatchObject(notTheirs);
    expect(await settle(seen.importId, 'rest')).toMatchObject(notTheirs);
  });

  it('is refused to everybody else, and to an administrator who has not proved lately who they are', async () => {
    await savePeopleFile(file, [aPeopleRow(1, { login: 'khong.duoc' })]);
    const forbidden = { refusal: { kind: 'forbidden', type: 'identity.not-administrator' } };
    for (const login of ['chutich.tanninh', 'vanthu.tanninh', 'tiepnhan.tanninh']) {
      const ctx = house.as(await house.signIn(login));
      expect(await send(ctx)).toMatchObject(forbidden);
      expect(await queries().listImports(ctx)).toMatchObject(forbidden);
      expect(await queries().getImport(ctx, newUuidV7())).toMatchObject(forbidden);
      expect(await peopleTemplate(house.identity, ctx)).toMatchObject(forbidden);
    }
    const hourAgo = new Date(now.getTime() - 3_600_000);
    const stale = { ...house.as(admin), actor: { ...admin, provedAt: hourAgo } };
    expect(await send(stale)).toMatchObject({ refusal: { type: 'identity.step-up-needed' } });
  });

  it('forgets a file that nobody took in for a week', async () => {
    const { importId } = await staged([aPeopleRow(1, { login: 'bo.quen' })]);
    const later = new Date(now.getTime() + 8 * 86_400_000);
    await savePeopleFile(file, [aPeopleRow(2, { login: 'moi.gui' })]);
    must(await send(house.as(admin, later)));
    expect(must(await queries().getImport(house.as(admin, later), importId)).state).toBe('discarded');
    expect(await settle(importId, 'rest')).toMatchObject({
      refusal: { type: 'identity.people-import-settled' },
    });
  });
});
