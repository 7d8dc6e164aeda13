import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { many, one } from '../../../platform/database.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { aCatalogue, lenientRules, strangers } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { controlContext } from '../testing/an-officer.ts';

describe('the life of a draft', () => {
  const test = useTestDatabase();
  const catalogue = () => aCatalogue(test);
  const code = '1.001193';
  let versionId: string;

  beforeAll(async () => {
    await catalogue().loadProcedures(systemContext(), { procedures: [aProcedure()] });
    versionId = must(await catalogue().queries.listVersions(controlContext(), code))[0]?.versionId ?? '';
  });

  const create = (input: unknown, who = 1) => catalogue().commands.createDraft(controlContext(who), input);
  const save = (draftId: string, version: number, patch: unknown[], who = 1) =>
    catalogue().commands.saveDraft(controlContext(who), { draftId, version, patch });
  const view = async (draftId: string) => must(await catalogue().queries.getDraft(controlContext(), draftId));

  it('is written, commented, returned, approved by another and kept with all its history', async () => {
    const { draftId } = must(await create({ from: 'version', versionId }));
    must(await save(draftId, 1, [{ op: 'replace', path: '/name', value: 'Đăng ký khai sinh (sửa)' }]));
    must(
      await save(draftId, 2, [
        { op: 'add', path: '/content/keywords/-', value: 'giấy khai sinh' },
        { op: 'remove', path: '/content/channels/0' },
      ]),
    );
    must(
      await catalogue().commands.commentDraft(controlContext(2), {
        draftId,
        pointer: '/content/channels',
        text: 'Sao bỏ trực tuyến?',
      }),
    );
    const submitted = must(
      await catalogue().commands.submitDraftForReview(controlContext(), { draftId, version: 3 }),
    );
    expect(await save(draftId, submitted.version, [{ op: 'remove', path: '/name' }])).toMatchObject({
      refusal: { type: 'catalogue.draft-not-open' },
    });
    const returned = must(
      await catalogue().commands.returnDraft(controlContext(2), {
        draftId,
        version: submitted.version,
        reasons: [{ pointer: '/content/channels', text: 'Giữ kênh trực tuyến.' }],
      }),
    );
    must(
      await save(draftId, returned.version, [{ op: 'add', path: '/content/channels/0', value: 'online' }]),
    );
    const again = must(
      await catalogue().commands.submitDraftForReview(controlContext(), {
        draftId,
        version: returned.version + 1,
      }),
    );
    const own = await catalogue().commands.approveDraft(controlContext(), {
      draftId,
      version: again.version,
    });
    expect(own).toMatchObject({ refusal: { type: 'catalogue.own-draft' } });
    must(
      await catalogue().commands.approveDraft(controlContext(2), {
        draftId,
        version: again.version,
        note: 'Đúng.',
      }),
    );

    const seen = await view(draftId);
    expect(seen).toMatchObject({
      state: 'approved',
      name: 'Đăng ký khai sinh (sửa)',
      approved: { by: 'Cán bộ 02' },
      submitted: { by: 'Cán bộ 01' },
    });
    expect(seen.comments.map(({ kind, pointer, written }) => [kind, pointer, written.by])).toEqual([
      ['comment', '/content/channels', 'Cán bộ 02'],
      ['returned', '/content/channels', 'Cán bộ 02'],
      ['approved', undefined, 'Cán bộ 02'],
    ]);
    const history = must(await catalogue().queries.draftHistory(controlContext(), { draftId }));
    expect(history.items.map(({ op, pointer, before, after }) => [op, pointer, before, after])).toEqual([
      ['add', '/content/channels/0', undefined, 'online'],
      ['remove', '/content/channels/0', 'online', undefined],
      ['add', '/content/keywords/-', undefined, 'giấy khai sinh'],
      ['replace', '/name', 'Đăng ký khai sinh', 'Đăng ký khai sinh (sửa)'],
    ]);
    const onChannels = must(
      await catalogue().queries.draftHistory(controlContext(), {
        draftId,
        pointer: '/content/channels',
        limit: 1,
      }),
    );
    expect(onChannels.items).toHaveLength(1);
    expect(onChannels.next).toBeDefined();
    const actions = await many(
      test.owner,
      sql<{ command: string }>`
        select command from platform.action where subject_id = ${draftId} order by action_id`,
    );
    expect(actions.map((action) => action.command)).toEqual([
      'catalogue.create-draft',
      'catalogue.save-draft',
      'catalogue.save-draft',
      'catalogue.comment-draft',
      'catalogue.submit-draft',
      'catalogue.return-draft',
      'catalogue.save-draft',
      'catalogue.submit-draft',
      'catalogue.approve-draft',
    ]);
    must(
      await catalogue().commands.discardDraft(controlContext(), {
        draftId,
        version: seen.version,
        reason: 'Thử xong.',
      }),
    );
  });

  it('is not approved by somebody whose account the writer made lately, or who made the writer’s', async () => {
    const tied = (tie: 'made' | 'related') =>
      aCatalogue(test, { identity: { ...strangers, tiesBetween: async () => tie } });
    const { draftId } = must(await create({ from: 'version', versionId }));
    must(await catalogue().commands.submitDraftForReview(controlContext(), { draftId, version: 1 }));
    const wanted = { draftId, version: 2 };
    expect(await tied('made').commands.approveDraft(controlContext(2), wanted)).toMatchObject({
      refusal: { type: 'catalogue.approver-of-own-making' },
    });
    must(await tied('related').commands.approveDraft(controlContext(2), wanted));
    must(
      await catalogue().commands.discardDraft(controlContext(), { draftId, version: 3, reason: 'Thử xong.' }),
    );
  });

  it('lets its writer approve where the rules here allow it', async () => {
    const alone = aCatalogue(test, { rules: { ...lenientRules, ownApproval: true } });
    const { draftId } = must(await create({ from: 'version', versionId }));
    must(await alone.commands.submitDraftForReview(controlContext(), { draftId, version: 1 }));
    must(await alone.commands.approveDraft(controlContext(), { draftId, version: 2 }));
    must(await alone.commands.discardDraft(controlContext(), { draftId, version: 3, reason: 'Thử xong.' }));
  });

  it('never lets a second editor overwrite the first, and says who changed what when', async () => {
    const { draftId } = must(await create({ from: 'version', versionId }));
    const patchOf = (who: number) => [{ op: 'replace', path: '/name', value: `Tên của ${who}` }];
    const outcomes = await Promise.all([save(draftId, 1, patchOf(1), 1), save(draftId, 1, patchOf(2), 2)]);
    const [lost] = outcomes.filter((outcome) => !outcome.ok);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const winner = outcomes[0]?.ok ? 1 : 2;
    expect(lost).toMatchObject({
      refusal: {
        type: 'catalogue.draft-changed',
        params: { who: `Cán bộ 0${winner}`, at: '12:00 ngày 26/11/2026', version: 2 },
        fields: [{ pointer: '/name', type: 'catalogue.place-changed' }],
      },
    });
    expect((await view(draftId)).name).toBe(`Tên của ${winner}`);
    const other = await save(draftId, 1, [{ op: 'add', path: '/content/summary', value: 'Tóm tắt' }], 2);
    expect(other, 'another place is refused too').toMatchObject({
      refusal: { type: 'catalogue.draft-changed' },
    });
    must(
      await catalogue().commands.discardDraft(controlContext(), { draftId, version: 2, reason: 'Thử xong.' }),
    );
  });

  it('is one at a time for a procedure, also when two begin at once', async () => {
    const both = await Promise.all([
      create({ from: 'version', versionId }, 1),
      create({ from: 'version', versionId }, 2),
    ]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    const refused = both.find((outcome) => !outcome.ok);
    expect(refused).toMatchObject({ refusal: { type: 'catalogue.draft-exists', params: { code } } });
    const draftId = both.flatMap((outcome) => (outcome.ok ? [outcome.value.draftId] : []))[0] ?? '';
    must(
      await catalogue().commands.discardDraft(controlContext(), { draftId, version: 1, reason: 'Thử xong.' }),
    );
  });

  it('may be unfinished while it is written, never misshapen, and is submitted whole', async () => {
    const { draftId } = must(await create({ from: 'blank', code: '2.000001' }));
    must(await save(draftId, 1, [{ op: 'add', path: '/content/fees/-', value: { key: 'le-phi' } }]));
    expect((await view(draftId)).faults.missing.map((fault) => fault.pointer)).toEqual(
      expect.arrayContaining(['/name', '/sector', '/levels', '/content/fees/0/name', '/content/fees/0/type']),
    );
    const wrong = await save(draftId, 2, [
      { op: 'add', path: '/content/fees/0/type', value: 'thuế' },
      { op: 'add', path: '/ghi-chu', value: 'x' },
    ]);
    expect(wrong).toMatchObject({
      refusal: {
        type: 'input.invalid',
        fields: expect.arrayContaining([
          { pointer: '/content/fees/0/type', type: 'input.not-listed' },
          { pointer: '/ghi-chu', type: 'input.unknown-field' },
        ]),
      },
    });
    const early = await catalogue().commands.submitDraftForReview(controlContext(), { draftId, version: 2 });
    expect(early).toMatchObject({ refusal: { type: 'catalogue.draft-incomplete' } });
    expect(await save(draftId, 2, [{ op: 'replace', path: '/code', value: '2.000002' }])).toMatchObject({
      refusal: { fields: [{ type: 'catalogue.code-is-fixed' }] },
    });
    expect(await save(draftId, 2, [{ op: 'remove', path: '/content/fees/4' }])).toMatchObject({
      refusal: { fields: [{ pointer: '/content/fees/4', type: 'catalogue.no-such-place' }] },
    });
  });

  it('clones another procedure under its own code, without its decisions', async () => {
    const { draftId } = must(await create({ from: 'clone', code: '2.000003', versionId }));
    const clone = await view(draftId);
    expect(clone).toMatchObject({
      code: '2.000003',
      document: { code: '2.000003', content: { decisions: [] } },
    });
    expect(clone.baseVersionId).toBeUndefined();
    expect(await create({ from: 'clone', code, versionId })).toMatchObject({
      refusal: { type: 'catalogue.clone-needs-another-code' },
    });
  });

  it('is listed page by page, and kept from whoever is not of the office', async () => {
    const first = must(await catalogue().queries.listDrafts(controlContext(), { limit: 1 }));
    const second = must(
      await catalogue().queries.listDrafts(controlContext(), { limit: 1, after: first.next }),
    );
    expect(first.items).toHaveLength(1);
    expect(second.items[0]?.draftId).not.toBe(first.items[0]?.draftId);
    const nobody = { ...controlContext(), actor: { kind: 'anonymous' as const } };
    expect(await catalogue().queries.listDrafts(nobody, {})).toMatchObject({
      refusal: { type: 'catalogue.not-allowed' },
    });
    expect(await catalogue().commands.createDraft(nobody, { from: 'version', versionId })).toMatchObject({
      refusal: { type: 'catalogue.not-allowed' },
    });
  });

  it.each([
    sql`update catalogue.draft_change set after = '"x"'`,
    sql`delete from catalogue.draft_change`,
    sql`update catalogue.draft_comment set body = 'x'`,
    sql`update catalogue.draft set state = 'draft' where state = 'discarded'`,
    sql`delete from catalogue.draft`,
  ])('keeps its history from everybody', async (statement) => {
    await expect(statement.execute(test.owner)).rejects.toThrow(/stays as it is|never changed/);
    await expect(statement.execute(test.db)).rejects.toThrow();
  });

  it('answers a repeated request as the first time', async () => {
    const ctx = controlContext();
    const input = { from: 'blank', code: '2.000009' };
    const first = must(await catalogue().commands.createDraft(ctx, input));
    expect(must(await catalogue().commands.createDraft(ctx, input))).toEqual(first);
    const { n } = await one(
      test.owner,
      sql<{ n: number }>`select count(*) as n from catalogue.draft where code = '2.000009'`,
    );
    expect(n).toBe(1);
  });
});
