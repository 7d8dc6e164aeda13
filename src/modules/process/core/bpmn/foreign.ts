import type { ModdleElement } from 'bpmn-moddle';
import { extensions, idOf, many, one, text } from './element.ts';
import { ignore, type Reading } from './reading.ts';

/** What is drawn or written beside the flow and has no meaning for running: kept in the file, and told. */
export function tellIgnored(reading: Reading, definitions: ModdleElement, running: ModdleElement): void {
  for (const root of many(definitions, 'rootElements')) {
    if (root.$type === 'bpmn:Collaboration') tellCollaboration(reading, root, running);
    else if (root.$type === 'bpmn:Process') {
      if (root === running || reading.local.has(idOf(root))) tellInside(reading, root);
      else if (many(root, 'flowElements').length > 0) ignore(reading, root, 'other-process');
    } else if (root.$type !== 'bpmn:Message') ignore(reading, root, 'drawn-only');
  }
}

function tellCollaboration(reading: Reading, collaboration: ModdleElement, running: ModdleElement): void {
  for (const pool of many(collaboration, 'participants')) {
    ignore(reading, pool, one(pool, 'processRef') === running ? 'pool-drawn' : 'other-pool');
    tellForeign(reading, pool);
  }
  for (const flow of many(collaboration, 'messageFlows')) ignore(reading, flow, 'message-flow-drawn');
  for (const artifact of many(collaboration, 'artifacts')) ignore(reading, artifact, 'drawn-only');
}

function tellInside(reading: Reading, container: ModdleElement): void {
  tellForeign(reading, container);
  for (const set of many(container, 'laneSets'))
    for (const lane of lanesOf(set)) ignore(reading, lane, 'lane-drawn');
  for (const artifact of many(container, 'artifacts')) ignore(reading, artifact, 'drawn-only');
  for (const element of many(container, 'flowElements')) {
    if (element.$type === 'bpmn:SubProcess') tellInside(reading, element);
    else tellForeign(reading, element);
    const specification = one(element, 'ioSpecification');
    const data = [
      ...(specification ? [specification] : []),
      ...['dataInputAssociations', 'dataOutputAssociations', 'properties'].flatMap((list) =>
        many(element, list),
      ),
    ];
    for (const each of data)
      ignore(reading, { ...each, $type: each.$type, id: text(each, 'id') ?? idOf(element) }, 'data-drawn');
  }
}

/** All lanes of a set, nested ones too. */
export function lanesOf(set: ModdleElement): readonly ModdleElement[] {
  return many(set, 'lanes').flatMap((lane) => {
    const inner = one(lane, 'childLaneSet');
    return [lane, ...(inner ? lanesOf(inner) : [])];
  });
}

/** Extensions and attributes of other products on an element. */
function tellForeign(reading: Reading, element: ModdleElement): void {
  for (const extension of extensions(element))
    if (!extension.$type.startsWith(`${reading.prefix}:`))
      ignore(reading, { $type: extension.$type, id: idOf(element) }, 'foreign-extension');
  for (const attribute of Object.keys(element.$attrs ?? {}))
    if (!attribute.startsWith('xmlns') && attribute.includes(':'))
      ignore(reading, { $type: `@${attribute}`, id: idOf(element) }, 'foreign-extension');
}
