import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import { now, places } from '../../testing/run-process.ts';
import { advance, begin } from '../flow/advance.ts';
import { compileFlow } from '../flow/compile-flow.ts';
import { inlineCalls } from '../flow/inline-calls.ts';
import { findStep, findWait, type ProcessGraph } from '../flow/process-graph.ts';
import type { Decision } from '../flow/token.ts';
import { readBpmn } from './read-bpmn.ts';
import { readXml } from './read-xml.ts';
import { lostIn } from './same-xml.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../../testing/diagrams/${name}`, import.meta.url), 'utf8');
const foreign = ['camunda-lanes.bpmn', 'activiti-parallel.bpmn20.xml', 'bpmn-io-pools.bpmn'];

async function graphOf(name: string): Promise<ProcessGraph> {
  const { definition, refused } = await readBpmn(sample(name));
  if (!definition) throw new Error(JSON.stringify(refused));
  const inlined = inlineCalls(definition.flow, (process) => definition.local.get(process));
  const compiled = inlined.ok ? compileFlow(inlined.flow) : inlined;
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.graph;
}

function run(graph: ProcessGraph, ...decisions: Decision[]) {
  let at = begin(graph, now);
  for (const decision of decisions) {
    const next = advance(graph, at.tokens, decision, now);
    if (!next.ok) throw new Error(`${decision.step}: ${next.refusal.type}`);
    at = next.value;
  }
  return at;
}

const forward = (step: string, choice?: string): Decision => ({
  kind: 'forward',
  step,
  ...(choice !== undefined && { choice }),
});

describe('diagrams of other products', () => {
  test('Camunda: conditions become the choice of the officer before, lanes tell who, a warning stays one', async () => {
    const graph = await graphOf('camunda-lanes.bpmn');
    const appraisal = findStep(graph, 'Activity_tham_dinh');
    expect(appraisal?.asks).toEqual([
      { key: 'Flow_dat', label: 'Đủ điều kiện' },
      { key: 'Flow_khong_dat', label: 'Không đủ điều kiện: văn bản trả lời' },
    ]);
    expect(appraisal?.step.timers).toEqual([{ key: 'Event_nhac', kind: 'warn', at: { hours: 54 } }]);
    expect(findStep(graph, 'Activity_tiep_nhan')?.step.performer.role).toBe('oneStopOfficer');
    expect(findStep(graph, 'Activity_ky')?.step).toMatchObject({
      kind: 'sign',
      performer: { role: 'leader' },
    });
    expect(findStep(graph, 'Activity_dong_dau')?.step).toMatchObject({
      kind: 'issue',
      performer: { role: 'recordsClerk' },
    });
    const again = run(
      graph,
      forward('Activity_tiep_nhan'),
      forward('Activity_tham_dinh', 'Flow_dat'),
      forward('Activity_kiem_tra', 'Flow_lam_lai'),
    );
    expect(places(again.tokens)).toEqual(['Activity_tham_dinh']);
  });

  test('Activiti: parallel parts, a message wait, a service passed, and the called process in its place', async () => {
    const graph = await graphOf('activiti-parallel.bpmn20.xml');
    const parallel = run(graph, forward('tiepNhan'));
    expect(places(parallel.tokens)).toEqual(['thamTra', 'trichLuc']);
    const joined = run(
      graph,
      ...['tiepNhan', 'thamTra', 'trichLuc', 'kiemTraChong'].map((step) => forward(step)),
    );
    expect(joined.waiting.map(({ step }) => step.wait.message)).toEqual(['thongBaoThue']);
    expect(findWait(graph, 'choThue')?.step.timers).toEqual([
      { key: 'nhacThue', kind: 'warn', at: { hours: 40 } },
    ]);
    const signed = run(
      graph,
      ...['tiepNhan', 'thamTra', 'trichLuc', 'kiemTraChong'].map((step) => forward(step)),
      { kind: 'message', step: 'choThue' },
      forward('kyDuyet.ky'),
      forward('kyDuyet.vaoSo'),
    );
    expect(signed.passed).toEqual([{ key: 'dongBo', name: 'Đồng bộ CSDL đất đai' }]);
    expect(places(signed.tokens)).toEqual(['traKetQua']);
  });

  test('bpmn.io: the pool with the work runs, its sub-process in place, silence goes another way', async () => {
    const graph = await graphOf('bpmn-io-pools.bpmn');
    const inside = run(graph, forward('Task_tiep_nhan'), forward('Sub_ho_tich.Sub_nhap'));
    expect(places(inside.tokens)).toEqual(['Sub_ho_tich.Sub_cho_dinh_danh']);
    const silent = run(
      graph,
      forward('Task_tiep_nhan'),
      forward('Sub_ho_tich.Sub_nhap'),
      { kind: 'message', step: 'Sub_ho_tich.Sub_cho_dinh_danh' },
      { kind: 'timer', step: 'Task_ky', timer: 'Timer_ky' },
    );
    expect(places(silent.tokens)).toEqual(['Task_pho_ky']);
  });

  test('a gateway behind a join or a wait, where nobody could be asked, becomes a step that chooses', async () => {
    const way = (id: string, from: string, to: string) =>
      `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
    const { definition, accepted } = await readBpmn(
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="defs" targetNamespace="t"><process id="p">
       <startEvent id="s"/>${way('a', 's', 't')}<task id="t"/>${way('b', 't', 'w')}<receiveTask id="w"/>${way('c', 'w', 'g')}
       <exclusiveGateway id="g" name="Đã nộp đủ?"/>${way('yes', 'g', 'e')}${way('no', 'g', 't')}<endEvent id="e"/></process></definitions>`,
    );
    expect(accepted).toContainEqual({
      id: 'g',
      type: 'bpmn:ExclusiveGateway',
      name: 'Đã nộp đủ?',
      as: 'step',
      note: 'process.bpmn-gateway-asks',
    });
    const compiled = definition && compileFlow(definition.flow);
    if (!compiled?.ok) throw new Error(JSON.stringify(compiled));
    const chosen = run(compiled.graph, forward('t'), { kind: 'message', step: 'w' }, forward('g', 'no'));
    expect(places(chosen.tokens)).toEqual(['t']);
    expect(definition?.guesses).toContainEqual({ at: 'g', what: 'performer' });
  });

  test('what is only drawn or belongs to other products is told with its element', async () => {
    const told = (await readBpmn(sample('camunda-lanes.bpmn'))).ignored.map(
      ({ id, type, reason }) => `${id} ${type} ${reason}`,
    );
    expect(told).toEqual(
      expect.arrayContaining([
        'Lane_van_thu bpmn:Lane process.bpmn-lane-drawn',
        'Participant_dan bpmn:Participant process.bpmn-other-pool',
        'Flow_nop bpmn:MessageFlow process.bpmn-message-flow-drawn',
        'TextAnnotation_1 bpmn:TextAnnotation process.bpmn-drawn-only',
        'Activity_nhac bpmn:SendTask process.bpmn-drawn-behind-warning',
        'Flow_khong_dat bpmn:FormalExpression process.bpmn-condition-not-evaluated',
        'Activity_tiep_nhan camunda:formData process.bpmn-foreign-extension',
        'Activity_tham_dinh @camunda:assignee process.bpmn-foreign-extension',
      ]),
    );
  });

  test('what cannot run is refused with its element and reason, all of it at once', async () => {
    const { refused, definition } = await readBpmn(sample('refused.bpmn'));
    expect(definition).toBeUndefined();
    expect(refused.map(({ id, type, reason }) => `${id} ${type} ${reason}`)).toEqual([
      'Loi bpmn:BoundaryEvent process.bpmn-boundary-not-a-timer',
      'Hoac bpmn:InclusiveGateway process.bpmn-not-run',
      'Y_kien bpmn:UserTask process.bpmn-repeated',
      'Script bpmn:ScriptTask process.bpmn-not-run',
      'Cho_su_kien bpmn:EventBasedGateway process.bpmn-not-run',
      'Tin_hieu bpmn:IntermediateCatchEvent process.bpmn-event-not-run',
    ]);
  });
});

describe('nothing is lost', () => {
  test.each(foreign)(
    '%s keeps every element, attribute and text through the modeler’s reader',
    async (name) => {
      const before = sample(name);
      const moddle = new BpmnModdle();
      const { rootElement } = await moddle.fromXML(before);
      const { xml: after } = await moddle.toXML(rootElement);
      expect(lostIn(readXml(before), readXml(after))).toEqual([]);
      expect(lostIn(readXml(after), readXml(before))).toEqual([]);
    },
  );

  test('a loss is seen: an attribute, a text, an element, its order', () => {
    const xml = readXml('<a x="1"><b id="one">text</b><b id="two"/></a>');
    expect(lostIn(xml, readXml('<a x="2"><b id="one">text</b><b id="two"/></a>'))).toEqual(['/a@x']);
    expect(lostIn(xml, readXml('<a x="1"><b id="one"/><b id="two"/></a>'))).toEqual(['/a/b[one]#text']);
    expect(lostIn(xml, readXml('<a x="1"><b id="one">text</b></a>'))).toEqual(['/a/b[two]']);
    expect(lostIn(xml, readXml('<a x="1"><b id="two"/><b id="one">text</b></a>'))).not.toEqual([]);
    expect(lostIn(xml, readXml('<q:a xmlns:q="urn:q" x="1"/>'))).toEqual(['/a']);
  });

  test('content where BPMN allows none is named: the modeler would drop it, the file keeps it', async () => {
    const xml = sample('bpmn-io-pools.bpmn').replace(
      '<bpmn2:group ',
      '<x:own xmlns:x="urn:x" id="Khac" /><bpmn2:group ',
    );
    const { ignored, definition } = await readBpmn(xml);
    expect(definition).toBeDefined();
    expect(ignored).toContainEqual({
      id: '/definitions[sample-diagram]/process[Process_xa]/own[Khac]',
      type: 'xml',
      reason: 'process.bpmn-lost-in-modeler',
    });
  });
});
