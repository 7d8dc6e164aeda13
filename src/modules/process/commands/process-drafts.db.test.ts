import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { many } from '../../../platform/database.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { anOfficer, useProcessOffice, withHours } from '../testing/process-office.ts';

describe('drafts of processes', () => {
  const database = useTestDatabase();
  const office = useProcessOffice(database);

  test('a blank one, one from a template, and one of a version that is in force', async () => {
    const blank = must(
      await office.editing.createDraft(office.as(office.lan), {
        from: 'blank',
        name: 'Quy trình trắng',
        procedures: [],
      }),
    );
    expect(must(await office.editing.getDraft(office.as(office.lan), blank.draftId))).toMatchObject({
      process: 'quy-trinh-trang',
      version: 1,
      savedBy: 'Lan',
      content: { name: 'Quy trình trắng', rows: [] },
    });
    const again = must(
      await office.editing.createDraft(office.as(office.lan), {
        from: 'blank',
        name: 'Quy trình trắng',
        procedures: [],
      }),
    );
    expect(must(await office.editing.getDraft(office.as(office.lan), again.draftId)).process).toBe(
      'quy-trinh-trang-2',
    );
    const templated = await office.fromTemplate('Quy trình mẫu', '1.000001');
    expect(must(await office.editing.getDraft(office.as(office.lan), templated)).content.rows).toHaveLength(
      4,
    );
    const unknown = { from: 'template', template: 'khac', name: 'A', procedures: [] };
    expect(await office.editing.createDraft(office.as(office.lan), unknown)).toMatchObject({
      refusal: { type: 'process.template-not-found' },
    });
  });

  test('a process has one open draft; the second is told which', async () => {
    const versionId = await office.loaded('mot-ban-nhap', '1.000002');
    const { draftId } = must(
      await office.editing.createDraft(office.as(office.lan), { from: 'version', versionId }),
    );
    expect(
      await office.editing.createDraft(office.as(office.minh), { from: 'version', versionId }),
    ).toMatchObject({
      refusal: { kind: 'conflict', type: 'process.draft-open', params: { draftId } },
    });
    must(await office.editing.discardDraft(office.as(office.minh), { draftId, expectedVersion: 1 }));
    must(await office.editing.createDraft(office.as(office.minh), { from: 'version', versionId }));
  });

  test('of two at one draft the second overwrites nothing, and sees what the first changed', async () => {
    const draftId = await office.fromTemplate('Hai người sửa', '1.000003');
    const read = must(await office.editing.getDraft(office.as(office.minh), draftId));
    const lans = withHours(read.content, 'ky', 6);
    const saved = must(
      await office.editing.saveDraft(office.as(office.lan), { draftId, expectedVersion: 1, content: lans }),
    );
    expect(saved.version).toBe(2);
    const minhs = { ...withHours(read.content, 'ky', 8), name: 'Tên của Minh' };
    expect(
      await office.editing.saveDraft(office.as(office.minh), { draftId, expectedVersion: 1, content: minhs }),
    ).toMatchObject({
      refusal: { kind: 'conflict', type: 'process.draft-changed' },
    });
    const now = must(await office.editing.getDraft(office.as(office.minh), draftId));
    expect(now).toMatchObject({ version: 2, savedBy: 'Lan', content: { name: 'Hai người sửa' } });
    expect(now.content.rows[1]?.hours).toBe(6);
  });

  test('two saves at one moment: one wins', async () => {
    const draftId = await office.fromTemplate('Cùng lúc', '1.000004');
    const { content } = must(await office.editing.getDraft(office.as(office.lan), draftId));
    const outcomes = await Promise.all(
      [office.lan, office.minh].map((who, at) =>
        office.editing.saveDraft(office.as(who), {
          draftId,
          expectedVersion: 1,
          content: withHours(content, 'ky', 10 + at),
        }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = outcomes[0]?.ok ? 10 : 11;
    expect(must(await office.editing.getDraft(office.as(office.lan), draftId)).content.rows[1]?.hours).toBe(
      winner,
    );
  });

  test('the journal tells who changed which rows; an unchanged save is none', async () => {
    const draftId = await office.fromTemplate('Nhật ký', '1.000005');
    const { content } = must(await office.editing.getDraft(office.as(office.lan), draftId));
    expect(
      must(await office.editing.saveDraft(office.as(office.lan), { draftId, expectedVersion: 1, content }))
        .version,
    ).toBe(1);
    must(
      await office.editing.saveDraft(office.as(office.minh), {
        draftId,
        expectedVersion: 1,
        content: withHours(content, 'ky', 5),
      }),
    );
    const actions = await many(
      database.owner,
      sql<{ actor_id: string; facts: unknown }>`
        select actor_id, facts from platform.action where subject_id = ${draftId} and command = 'process.save-draft'`,
    );
    expect(actions).toEqual([
      {
        actor_id: office.minh.accountId,
        facts: {
          version: 2,
          changes: [{ kind: 'changed', row: 2, name: 'Ký', field: 'hours', from: 4, to: 5 }],
        },
      },
    ]);
  });

  test('only who may edit sees or writes; an office without the permission is refused', async () => {
    const draftId = await office.fromTemplate('Quyền', '1.000009');
    const { content } = must(await office.editing.getDraft(office.as(office.lan), draftId));
    for (const actor of [
      anOfficer('specialist'),
      anOfficer('administrator'),
      { kind: 'anonymous' } as const,
    ]) {
      const refused = { refusal: { kind: 'forbidden', type: 'process.not-allowed' } };
      expect(await office.editing.getDraft(office.as(actor), draftId)).toMatchObject(refused);
      expect(
        await office.editing.saveDraft(office.as(actor), { draftId, expectedVersion: 1, content }),
      ).toMatchObject(refused);
      expect(
        await office.editing.createDraft(office.as(actor), { from: 'blank', name: 'A', procedures: [] }),
      ).toMatchObject(refused);
      expect(await office.publish(draftId, 1, '2026-12-01', office.as(actor))).toMatchObject(refused);
      expect(
        await office.editing.discardDraft(office.as(actor), { draftId, expectedVersion: 1 }),
      ).toMatchObject(refused);
      expect(await office.editing.listInForce(office.as(actor), {})).toMatchObject(refused);
      expect(await office.editing.listDrafts(office.as(actor))).toEqual([]);
    }
    expect(must(await office.editing.getDraft(office.as(office.lan), draftId)).version).toBe(1);
  });

  test('the list: words, codes and pages; what is not yet or no longer in force is not on it', async () => {
    await office.loaded('ds-khai-sinh', '2.000001', 'Quy trình đăng ký khai sinh lại');
    await office.loaded('ds-ket-hon', '2.000002', 'Quy trình kết hôn lưu động');
    await office.load('ds-sau-nay', '2.000003', '2027-01-01');
    const found = async (input: object) =>
      must(await office.editing.listInForce(office.as(office.lan), input)).items.map(
        ({ process: code }) => code,
      );
    expect(await found({ q: 'khai sinh lai' })).toEqual(['ds-khai-sinh']);
    expect(await found({ q: '2.000002' })).toEqual(['ds-ket-hon']);
    expect(await found({ codes: ['2.000001', '2.000002', '2.000003'] })).toEqual([
      'ds-ket-hon',
      'ds-khai-sinh',
    ]);
    const first = must(
      await office.editing.listInForce(office.as(office.lan), { codes: ['2.000001', '2.000002'], limit: 1 }),
    );
    expect(first.items).toMatchObject([
      { process: 'ds-ket-hon', steps: 2, hours: 4, procedures: ['2.000002'] },
    ]);
    const { next = '' } = first;
    expect(await found({ codes: ['2.000001', '2.000002'], after: next })).toEqual(['ds-khai-sinh']);
    const covered = await office.editing.coveredProcedures(office.as(office.lan), [
      '2.000001',
      '2.000003',
      '9.000009',
    ]);
    expect([...covered]).toEqual(['2.000001']);
  });

  test('the application can neither delete a draft nor rewrite a published version', async () => {
    await expect(sql`delete from process.process_draft`.execute(database.db)).rejects.toThrow(
      'permission denied',
    );
    const rewrite = sql`update process.process_version set bpmn = ''`.execute(database.db);
    await expect(rewrite).rejects.toThrow('permission denied');
  });
});
