import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { many } from '../../../platform/database.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { fourRows, useProcessOffice } from '../testing/process-office.ts';

const on = (text: string) => text as PlainDate;
const never = (): never => {
  throw new Error('the template has rows');
};

describe('publication of a process', () => {
  const database = useTestDatabase();
  const office = useProcessOffice(database);

  test('published, it takes over at midnight; the day before and what runs stay on the version before', async () => {
    const versionId = await office.loaded('doi-luc-nua-dem', '1.000006');
    const running = must(await office.process.getProcessInForce(database.db, '1.000006', on('2026-11-26')));
    const { draftId } = must(
      await office.editing.createDraft(office.as(office.lan), { from: 'version', versionId }),
    );
    const { content } = must(await office.editing.getDraft(office.as(office.lan), draftId));
    const next = { ...content, name: 'Quy trình mới', rows: [...fourRows] };
    must(
      await office.editing.saveDraft(office.as(office.lan), { draftId, expectedVersion: 1, content: next }),
    );
    const published = must(await office.publish(draftId, 2, '2026-12-01'));
    expect(published.version).toBe(2);
    const inForce = async (day: string) =>
      must(await office.process.getProcessInForce(database.db, '1.000006', on(day))).name;
    expect(await inForce('2026-11-30')).toBe('Quy trình cũ');
    expect(await inForce('2026-12-01')).toBe('Quy trình mới');
    expect(must(await office.process.getProcessVersion(database.db, running.id)).name).toBe('Quy trình cũ');
    expect(must(await office.editing.getVersion(office.as(office.lan), versionId)).history).toMatchObject([
      {
        version: 2,
        validFrom: '2026-12-01',
        endsOn: null,
        decisionNumber: '12/QĐ-UBND',
        publishedBy: office.lan.accountId,
      },
      { version: 1, validFrom: '2026-01-01', endsOn: '2026-12-01', decisionNumber: null },
    ]);
    expect(
      await office.editing.saveDraft(office.as(office.lan), { draftId, expectedVersion: 3, content: next }),
    ).toMatchObject({
      refusal: { type: 'process.draft-published' },
    });
    const events = await many(
      database.owner,
      sql<{ payload: unknown }>`select payload from platform.event where stream_id = ${published.versionId}`,
    );
    expect(events).toMatchObject([
      { payload: { process: 'doi-luc-nua-dem', version: 2, validFrom: '2026-12-01' } },
    ]);
  });

  test('errors, a past day, a day before the last version and an outdated draft are refused', async () => {
    const draftId = await office.fromTemplate('Còn lỗi', '1.000007');
    const { content } = must(await office.editing.getDraft(office.as(office.lan), draftId));
    const { hours: _, ...timeless } = content.rows[1] ?? never();
    const broken = { ...content, procedures: [], rows: [content.rows[0] ?? never(), timeless] };
    must(
      await office.editing.saveDraft(office.as(office.lan), { draftId, expectedVersion: 1, content: broken }),
    );
    expect(await office.publish(draftId, 2, '2026-12-01')).toMatchObject({
      refusal: {
        type: 'process.not-publishable',
        fields: [
          { pointer: '/procedures', type: 'process.serves-nothing' },
          { pointer: '/rows/1/hours', type: 'process.row-hours-missing', params: { row: 2 } },
        ],
      },
    });
    must(await office.editing.saveDraft(office.as(office.lan), { draftId, expectedVersion: 2, content }));
    expect(await office.publish(draftId, 3, '2026-11-25')).toMatchObject({
      refusal: { type: 'process.publish-in-past' },
    });
    const { versionId } = must(await office.publish(draftId, 3, '2027-01-01'));
    const next = must(
      await office.editing.createDraft(office.as(office.lan), { from: 'version', versionId }),
    );
    expect(await office.publish(next.draftId, 1, '2026-12-01')).toMatchObject({
      refusal: { type: 'process.publish-before-last', params: { from: '2027-01-01' } },
    });
    await office.load('con-loi', '1.000007', '2027-02-01');
    expect(await office.publish(next.draftId, 1, '2027-03-01')).toMatchObject({
      refusal: { type: 'process.newer-version', params: { version: 2 } },
    });
  });

  test('a request sent again publishes once', async () => {
    const draftId = await office.fromTemplate('Gửi lại', '1.000008');
    const ctx = office.as(office.lan);
    const first = must(await office.publish(draftId, 1, '2026-12-01', ctx));
    expect(must(await office.publish(draftId, 1, '2026-12-01', ctx))).toEqual(first);
  });
});
