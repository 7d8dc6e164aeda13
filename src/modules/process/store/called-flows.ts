import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Connection } from '../../../platform/database.ts';
import { readBpmn } from '../core/bpmn/read-bpmn.ts';
import type { Flow } from '../core/flow/flow.ts';
import { inlineCalls } from '../core/flow/inline-calls.ts';
import { tableFlow } from '../core/flow/table-flow.ts';
import { inForceOf, pinnedCalls } from './process-calls.ts';
import { findVersion } from './processes.ts';

/** The flows that a version's calls were pinned to at its publication, by the name its diagram gives them. */
export async function pinnedFlows(
  connection: Connection,
  versionId: Id<'processVersion'>,
): Promise<ReadonlyMap<string, Flow>> {
  const flows = new Map<string, Flow>();
  for (const call of await pinnedCalls(connection, versionId))
    flows.set(call.called, await flowOf(connection, call.versionId));
  return flows;
}

/** What the calls of a diagram would be pinned to on a day; a process that is not in force then is left out. */
export async function callsOn(
  connection: Connection,
  xml: string,
  on: PlainDate,
): Promise<
  readonly { readonly called: string; readonly versionId: Id<'processVersion'>; readonly flow: Flow }[]
> {
  const { definition } = await readBpmn(xml);
  const calls = [];
  for (const called of definition?.calls ?? []) {
    const versionId = await inForceOf(connection, called, on);
    if (versionId) calls.push({ called, versionId, flow: await flowOf(connection, versionId) });
  }
  return calls;
}

/** Calls as `graphOf` takes them. */
export function flowsOf(calls: Awaited<ReturnType<typeof callsOn>>): ReadonlyMap<string, Flow> {
  return new Map(calls.map(({ called, flow }) => [called, flow]));
}

/** The whole flow of a published version, its own calls in their place. They were pinned before it: there is no circle. */
async function flowOf(connection: Connection, id: Id<'processVersion'>): Promise<Flow> {
  const row = await findVersion(connection, id);
  if (!row) throw new Error(`process version ${id} is called and not there`);
  if (row.bpmn === null) return tableFlow({ steps: row.steps });
  const { definition } = await readBpmn(row.bpmn);
  const pinned = await pinnedFlows(connection, id);
  const inlined =
    definition &&
    inlineCalls(definition.flow, (called) => definition.local.get(called) ?? pinned.get(called));
  if (!inlined?.ok) throw new Error(`process version ${id} does not run`);
  return inlined.flow;
}
