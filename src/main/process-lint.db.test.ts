import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { useSeededProduct } from './testing/seeded-product.ts';

/** A draft of a process is held against the law around it: its procedure's limit, the grounds, the version before. */
describe('a draft of a process against the law', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const editing = () => world.product.modules.process.editing;
  let control: OfficerActor;

  beforeAll(async () => {
    control = await world.officer('kiemsoat.tthc');
  }, 60_000);

  const office = () => world.as(control);

  async function draftOf(process: string) {
    const listed = must(await editing().listInForce(office(), { limit: 100 }));
    const version = listed.items.find((item) => item.process === process);
    const { draftId } = must(
      await editing().createDraft(office(), { from: 'version', versionId: version?.versionId }),
    );
    const draft = must(await editing().getDraft(office(), draftId));
    return draft;
  }

  const typesOf = (findings: readonly { readonly type: string }[]) => findings.map(({ type }) => type);

  it('tells a sum beyond the published limit, and a step of before that is gone', async () => {
    const { draftId, version, content, basis } = await draftOf('khai-sinh');
    expect(basis).toMatchObject({
      limit: { rule: { unit: 'same-day' }, verified: true },
      keysBefore: expect.arrayContaining(['tiep-nhan', 'ky']),
      grounds: expect.arrayContaining(['financial-duty']),
    });
    const rows = content.rows.map((row) =>
      row.key === 'nhap-he-thong-ho-tich' ? { ...row, key: 'nhap', hours: 12 } : row,
    );
    must(
      await editing().saveDraft(office(), {
        draftId,
        expectedVersion: version,
        content: { ...content, rows },
      }),
    );
    const { findings } = must(await editing().getDraft(office(), draftId));
    expect(typesOf(findings)).toEqual(
      expect.arrayContaining(['process.lint-limit-exceeded', 'process.lint-key-gone']),
    );
  });

  it('refuses to publish a wait that stops the clock on no legal ground', async () => {
    const { draftId, version, content } = await draftOf('bien-dong-dat-dai');
    const rows = content.rows.map((row) =>
      row.kind === 'wait' && row.wait?.suspension
        ? { ...row, wait: { ...row.wait, suspension: { ...row.wait.suspension, ground: 'no-such-ground' } } }
        : row,
    );
    expect(rows).not.toEqual(content.rows);
    const saved = must(
      await editing().saveDraft(office(), {
        draftId,
        expectedVersion: version,
        content: { ...content, rows },
      }),
    );
    const decision = { number: '9/QĐ-UBND', on: '2026-11-20' };
    const wanted = { draftId, expectedVersion: saved.version, validFrom: '2026-11-24', decision };
    const refused = await editing().publishDraft(office(), wanted);
    expect(refused).toMatchObject({ refusal: { type: 'process.not-publishable' } });
    expect(typesOf(refused.ok ? [] : (refused.refusal.fields ?? []))).toContain(
      'process.lint-ground-unknown',
    );
  });

  it('looks at a refined diagram as at a table', async () => {
    const { draftId, version } = await draftOf('xac-nhan-hon-nhan');
    const drawn = must(await editing().drawDraft(office(), draftId));
    const xml = drawn.replace(/hours="[\d.]+"/, 'hours="99"');
    expect(xml).not.toBe(drawn);
    must(await editing().saveDiagram(office(), { draftId, expectedVersion: version, xml }));
    const { findings, bpmn } = must(await editing().getDraft(office(), draftId));
    expect(bpmn).toBe(xml);
    expect(typesOf(findings)).toContain('process.lint-limit-exceeded');
  });
});
