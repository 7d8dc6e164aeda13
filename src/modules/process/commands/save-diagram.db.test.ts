import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { many } from '../../../platform/database.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { advance, begin } from '../public.ts';
import { useProcessOffice } from '../testing/process-office.ts';

describe('a process refined in its diagram', () => {
  const database = useTestDatabase();
  const office = useProcessOffice(database);

  test('is drawn from its table, kept as a diagram, and runs as the diagram says', async () => {
    const draftId = await office.fromTemplate('Tinh chỉnh', '3.000001');
    const drawn = must(await office.editing.drawDraft(office.as(office.lan), draftId));
    const xml = withBranch(drawn);
    expect(
      must(await office.editing.saveDiagram(office.as(office.lan), { draftId, expectedVersion: 1, xml }))
        .version,
    ).toBe(2);
    const draft = must(await office.editing.getDraft(office.as(office.lan), draftId));
    expect(draft.bpmn).toBe(xml);
    expect(draft.content.rows.map(({ key }) => key)).toContain('Them');
    expect(draft.content.rows.find(({ key }) => key === 'Them')).toMatchObject({
      name: 'Đăng công báo',
      guessed: ['kind', 'performer', 'hours'],
    });

    must(await office.publish(draftId, 2, '2026-11-26'));
    const inForce = must(
      await office.process.getProcessInForce(database.db, '3.000001', '2026-11-26' as PlainDate),
    );
    const now = new Date('2026-11-26T09:00:00+07:00');
    const { tokens } = begin(inForce.graph, now);
    const forked = must(advance(inForce.graph, tokens, { kind: 'forward', step: 'tiep-nhan' }, now));
    expect(forked.opened.map(({ step }) => step.key).toSorted()).toEqual(['Them', 'ky']);
  });

  test('a called process runs in its place, in the version of the day of publication for ever', async () => {
    const called = await office.loaded('ky-chung', '3.000010', 'Ký chung');
    const draftId = await office.fromTemplate('Gọi quy trình khác', '3.000011');
    const drawn = must(await office.editing.drawDraft(office.as(office.lan), draftId));
    const calling = (process: string) =>
      drawn.replace(
        /<bpmn:userTask id="ky"[^>]*>[\s\S]*?<\/bpmn:extensionElements>([\s\S]*?)<\/bpmn:userTask>/,
        `<bpmn:callActivity id="ky" calledElement="${process}">$1</bpmn:callActivity>`,
      );
    const nobody = { draftId, expectedVersion: 1, xml: calling('khong-co') };
    expect(await office.editing.saveDiagram(office.as(office.lan), nobody)).toMatchObject({
      refusal: { fields: [{ pointer: '/elements/ky', type: 'process.call-unresolved' }] },
    });
    const xml = calling('ky-chung');
    must(await office.editing.saveDiagram(office.as(office.lan), { draftId, expectedVersion: 1, xml }));
    const { versionId } = must(await office.publish(draftId, 2, '2026-11-26'));
    await office.load('ky-chung', '3.000010', '2026-11-26', 'Ký chung, bản mới');
    const pinned = await many(
      database.owner,
      sql<{ called_version_id: string }>`
        select called_version_id from process.process_call where process_version_id = ${versionId}
      `,
    );
    expect(pinned).toEqual([{ called_version_id: called }]);
    const { graph } = must(await office.process.getProcessVersion(database.db, versionId));
    expect(graph.steps.map(({ key }) => key)).toEqual(['tiep-nhan', 'ky.a', 'ky.b', 'phat-hanh', 'tra']);
  });

  test('what cannot run is refused element by element, and nothing is kept', async () => {
    const draftId = await office.fromTemplate('Sai', '3.000002');
    const drawn = must(await office.editing.drawDraft(office.as(office.lan), draftId));
    const xml = drawn.replace(
      /<bpmn:userTask id="ky"([\s\S]*?)<\/bpmn:userTask>/,
      '<bpmn:scriptTask id="ky"$1</bpmn:scriptTask>',
    );
    const saved = await office.editing.saveDiagram(office.as(office.lan), {
      draftId,
      expectedVersion: 1,
      xml,
    });
    expect(saved).toMatchObject({ refusal: { type: 'process.diagram-refused' } });
    expect(saved.ok ? [] : saved.refusal.fields?.map(({ pointer }) => pointer)).toContain('/elements/ky');
    const broken = { draftId, expectedVersion: 1, xml: '<html/>' };
    expect(await office.editing.saveDiagram(office.as(office.lan), broken)).toMatchObject({
      refusal: { type: 'process.diagram-refused' },
    });
    expect(must(await office.editing.getDraft(office.as(office.lan), draftId)).version).toBe(1);
  });

  test('then its rows are only what it says, until the diagram is given up', async () => {
    const draftId = await office.fromTemplate('Sơ đồ là chính', '3.000003');
    const xml = must(await office.editing.drawDraft(office.as(office.lan), draftId));
    must(await office.editing.saveDiagram(office.as(office.lan), { draftId, expectedVersion: 1, xml }));
    const { content } = must(await office.editing.getDraft(office.as(office.lan), draftId));
    const shorter = { ...content, rows: content.rows.slice(1) };
    expect(
      await office.editing.saveDraft(office.as(office.lan), {
        draftId,
        expectedVersion: 2,
        content: shorter,
      }),
    ).toMatchObject({
      refusal: { type: 'process.diagram-decides' },
    });
    const renamed = { ...content, name: 'Tên khác' };
    must(
      await office.editing.saveDraft(office.as(office.lan), {
        draftId,
        expectedVersion: 2,
        content: renamed,
      }),
    );
    must(await office.editing.dropDiagram(office.as(office.lan), { draftId, expectedVersion: 3 }));
    must(
      await office.editing.saveDraft(office.as(office.lan), {
        draftId,
        expectedVersion: 4,
        content: { ...renamed, rows: shorter.rows },
      }),
    );
    expect(must(await office.editing.getDraft(office.as(office.lan), draftId))).not.toHaveProperty('bpmn');
  });
});

/** The drawing with a second branch beside signing, drawn by hand: `Them` between a fork and a join. */
function withBranch(xml: string): string {
  const flow = (id: string, from: string, to: string) =>
    `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
  const [toSign, fromSign] = [flowTo(xml, 'ky'), flowFrom(xml, 'ky')];
  const next = /targetRef="([^"]+)"/.exec(fromSign)?.[1] ?? '';
  const id = (line: string) => /id="([^"]+)"/.exec(line)?.[1] ?? '';
  return xml
    .replace(toSign, toSign.replace('targetRef="ky"', 'targetRef="Tach"'))
    .replace(fromSign, fromSign.replace(`targetRef="${next}"`, 'targetRef="Gop"'))
    .replaceAll(`<bpmn:incoming>${id(toSign)}</bpmn:incoming>`, '')
    .replaceAll(`<bpmn:incoming>${id(fromSign)}</bpmn:incoming>`, '')
    .replace(
      '</bpmn:process>',
      `<bpmn:parallelGateway id="Tach"/><bpmn:parallelGateway id="Gop"/><bpmn:userTask id="Them" name="Đăng công báo"/>
      ${flow('N1', 'Tach', 'ky')}${flow('N2', 'Tach', 'Them')}${flow('N3', 'Them', 'Gop')}${flow('N4', 'Gop', next)}</bpmn:process>`,
    );
}

function flowTo(xml: string, target: string): string {
  return new RegExp(`<bpmn:sequenceFlow [^>]*targetRef="${target}"[^>]*>`).exec(xml)?.[0] ?? '';
}

function flowFrom(xml: string, source: string): string {
  return new RegExp(`<bpmn:sequenceFlow [^>]*sourceRef="${source}"[^>]*>`).exec(xml)?.[0] ?? '';
}
