import { describe, expect, test } from 'vitest';
import { mostCharacters, readBpmn } from './read-bpmn.ts';

const head =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="defs" targetNamespace="t">';
const flow = (id: string, from: string, to: string) =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
const inProcess = (content: string) => `${head}<process id="p">${content}</process></definitions>`;
const bomb = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`,
).join('')}]>${head}&lol9;</definitions>`;

const reasons = async (xml: string) =>
  (await readBpmn(xml)).refused.map(({ id, reason }) => `${id} ${reason}`);

describe('hostile and broken files', () => {
  test.each([
    ['nothing', '', 'process.bpmn-empty'],
    ['only space', ' \n ', 'process.bpmn-empty'],
    ['no XML', 'PK\u0003\u0004 not xml', 'process.bpmn-not-xml'],
    ['a tag that does not close', `${head}<process id="p">`, 'process.bpmn-not-xml'],
    ['tags that cross', `${head}<a><b></a></b></definitions>`, 'process.bpmn-not-xml'],
    ['an attribute twice', `${head}<a b="1" b="2"/></definitions>`, 'process.bpmn-not-xml'],
    ['an attribute without quotes', `${head}<a b=1/></definitions>`, 'process.bpmn-not-xml'],
    ['a prefix nobody declared', `${head}<a:b/></definitions>`, 'process.bpmn-not-xml'],
    ['two roots', `${head}</definitions>${head}</definitions>`, 'process.bpmn-not-xml'],
    ['a character that does not exist', `${head}&#x110000;</definitions>`, 'process.bpmn-not-xml'],
    [
      'an external entity',
      `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${head}&x;</definitions>`,
      'process.bpmn-doctype',
    ],
    ['a billion laughs', bomb, 'process.bpmn-doctype'],
    ['an entity without declaration', `${head}&nbsp;</definitions>`, 'process.bpmn-entity'],
    [
      'five hundred levels',
      `${head}${'<a>'.repeat(500)}${'</a>'.repeat(500)}</definitions>`,
      'process.bpmn-too-large',
    ],
    ['sixty thousand elements', `${head}${'<a/>'.repeat(60_000)}</definitions>`, 'process.bpmn-too-large'],
    ['fifty megabytes', 'x'.repeat(mostCharacters + 1), 'process.bpmn-too-large'],
    ['XML of something else', '<html><body/></html>', 'process.bpmn-not-bpmn'],
    ['an empty diagram', `${head}</definitions>`, 'process.bpmn-no-process'],
  ])('%s is refused with one clear reason', async (_name, xml, reason) => {
    expect(await readBpmn(xml)).toEqual({
      readable: false,
      accepted: [],
      ignored: [],
      refused: [{ id: '', type: 'xml', reason }],
    });
  });

  test.each([
    [
      'a parallel part that never joins',
      `<startEvent id="s"/>${flow('a', 's', 'g')}<parallelGateway id="g"/>${flow('b', 'g', 't')}${flow('c', 'g', 'u')}
       <task id="t"/><task id="u"/>${flow('d', 't', 'e')}${flow('f', 'u', 'e2')}<endEvent id="e"/><endEvent id="e2"/>`,
      ['e process.flow-ends-in-branch', 'e2 process.flow-ends-in-branch', 'g process.fork-without-join'],
    ],
    [
      'a join behind an exclusive gateway',
      `<startEvent id="s"/>${flow('a', 's', 't')}<task id="t"/>${flow('b', 't', 'x')}<exclusiveGateway id="x"/>
       ${flow('c', 'x', 'u')}${flow('d', 'x', 'v')}<task id="u"/><task id="v"/>${flow('f', 'u', 'j')}${flow('h', 'v', 'j')}
       <parallelGateway id="j"/>${flow('i', 'j', 'e')}<endEvent id="e"/>`,
      ['j process.join-without-fork'],
    ],
    [
      'branches joined by an exclusive gateway: the next step would open twice',
      `<startEvent id="s"/>${flow('a', 's', 'g')}<parallelGateway id="g"/>${flow('b', 'g', 't')}${flow('c', 'g', 'u')}
       <task id="t"/><task id="u"/>${flow('d', 't', 'x')}${flow('f', 'u', 'x')}<exclusiveGateway id="x"/>${flow('h', 'x', 'e')}<endEvent id="e"/>`,
      ['e process.flow-ends-in-branch', 'x process.flow-crosses-branches', 'g process.fork-without-join'],
    ],
    [
      'a loop without anybody in it',
      `<startEvent id="s"/>${flow('a', 's', 't')}<task id="t"/>${flow('b', 't', 'm')}<serviceTask id="m"/>${flow('c', 'm', 'x')}
       <exclusiveGateway id="x"/>${flow('d', 'x', 'm')}${flow('f', 'x', 'e')}<endEvent id="e"/>`,
      ['m process.loop-without-step', 'x process.loop-without-step'],
    ],
    [
      'a task nobody reaches',
      `<startEvent id="s"/>${flow('a', 's', 't')}<task id="t"/>${flow('b', 't', 'e')}<task id="u"/>${flow('c', 'u', 'e')}<endEvent id="e"/>`,
      ['u process.flow-unreachable'],
    ],
    [
      'a way to an element that is not there',
      `<startEvent id="s"/>${flow('a', 's', 't')}<task id="t"/>${flow('b', 't', 'nowhere')}<endEvent id="e"/>`,
      ['t process.flow-way-to-nowhere'],
    ],
    [
      'a process that calls itself',
      `<startEvent id="s"/>${flow('a', 's', 'c')}<callActivity id="c" calledElement="p"/>${flow('b', 'c', 'e')}<endEvent id="e"/>`,
      ['c process.call-loops'],
    ],
    [
      'two elements of one id, of which a reader would keep the first only',
      `<startEvent id="s"/>${flow('a', 's', 't')}<task id="t"/><scriptTask id="t"/>${flow('b', 't', 'e')}<endEvent id="e"/>`,
      ['t process.flow-id-repeated'],
    ],
    [
      'a rule that is no rule of ours',
      `<startEvent id="s"/>${flow('a', 's', 't')}<task id="t"/>${flow('b', 't', 'x')}<exclusiveGateway id="x"/>
       <sequenceFlow id="r" sourceRef="x" targetRef="e"><conditionExpression language="urn:motcua:rule:1">{"method":["constructor"]}</conditionExpression></sequenceFlow>
       ${flow('o', 'x', 'e')}<endEvent id="e"/>`,
      ['r process.bpmn-rule-not-allowed'],
    ],
  ])('%s', async (_name, content, expected) => {
    expect((await reasons(inProcess(content))).toSorted()).toEqual(expected.toSorted());
  });
});
