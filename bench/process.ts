/** Compiling processes and moving dossiers through them, a second of processor time (one core). Run: node bench/process.ts */
import { readBpmn } from '../src/modules/process/core/bpmn/read-bpmn.ts';
import { tableToBpmn } from '../src/modules/process/core/bpmn/table-to-bpmn.ts';
import { advance, begin } from '../src/modules/process/core/flow/advance.ts';
import { compile } from '../src/modules/process/core/flow/compile.ts';
import type { ProcessGraph } from '../src/modules/process/core/flow/process-graph.ts';
import type { ProcessTable } from '../src/modules/process/core/flow/process-table.ts';
import type { Decision } from '../src/modules/process/core/flow/token.ts';
import { aStep, aWait } from '../src/modules/process/testing/builders.ts';

const now = new Date('2026-03-02T09:00:00+07:00');
const forward = (step: string): Decision => ({ kind: 'forward', step });

/** Nine rows with two waits, as the land process has. */
const land: ProcessTable = {
  steps: [
    aStep({ key: 'nhan', kind: 'intake' }),
    aStep({ key: 'tham-tra' }),
    aStep({ key: 'phieu' }),
    aWait({ key: 'thong-bao' }),
    aWait({ key: 'nop-thue' }),
    aStep({ key: 'chinh-ly' }),
    aStep({ key: 'ky', kind: 'sign' }),
    aStep({ key: 'dau', kind: 'issue' }),
    aStep({ key: 'tra', kind: 'return', hours: 0 }),
  ],
};
const throughLand = [
  'nhan',
  'tham-tra',
  'phieu',
  'thong-bao',
  'nop-thue',
  'chinh-ly',
  'ky',
  'dau',
  'tra',
].map(
  (step): Decision =>
    step === 'thong-bao' || step === 'nop-thue' ? { kind: 'message', step } : forward(step),
);

/** Ten times five branches side by side, two steps each, between single steps: 111 rows. */
const wide: ProcessTable = {
  steps: [
    ...Array.from({ length: 10 }, (_, at) => [
      aStep({ key: `truoc-${at}` }),
      ...Array.from({ length: 10 }, (__, row) =>
        aStep({ key: `nhanh-${at}-${row}`, together: `nhom-${at}`, branch: `b${Math.floor(row / 2)}` }),
      ),
    ]).flat(),
    aStep({ key: 'tra', kind: 'return', hours: 0 }),
  ],
};

await report('land table, 9 rows', land, throughLand);
await report(
  'wide table, 111 rows',
  wide,
  wide.steps.map(({ key }) => forward(key)),
);

async function report(name: string, table: ProcessTable, decisions: readonly Decision[]): Promise<void> {
  const graph = graphOf(table);
  const xml = await tableToBpmn(table, { code: 'do', name });
  console.log(name);
  console.log(`  compile           ${perSecond(() => graphOf(table))} /s`);
  console.log(
    `  advance           ${perSecond(() => through(graph, decisions), decisions.length)} decisions /s`,
  );
  console.log(`  draw as BPMN      ${await perSecondOf(() => tableToBpmn(table, { code: 'do', name }))} /s`);
  console.log(`  read and compile  ${await perSecondOf(() => readBpmn(xml))} /s (${xml.length} characters)`);
}

function graphOf(table: ProcessTable): ProcessGraph {
  const compiled = compile(table);
  if (!compiled.ok) throw new Error(compiled.refusal.type);
  return compiled.value;
}

function through(graph: ProcessGraph, decisions: readonly Decision[]): void {
  let { tokens } = begin(graph, now);
  for (const decision of decisions) {
    const next = advance(graph, tokens, decision, now);
    if (!next.ok) throw new Error(`${decision.step}: ${next.refusal.type}`);
    ({ tokens } = next.value);
  }
  if (tokens.length > 0) throw new Error('the process did not end');
}

/** Runs for half a second of processor time after a warm-up; counts `each` for every run. */
function perSecond(run: () => void, each = 1): string {
  for (let warm = 0; warm < 20; warm++) run();
  const from = process.cpuUsage();
  let runs = 0;
  let used = 0;
  while (used < 500_000) {
    run();
    runs++;
    const { user, system } = process.cpuUsage(from);
    used = user + system;
  }
  return Math.round(((runs * each) / used) * 1e6).toLocaleString('en');
}

async function perSecondOf(run: () => Promise<unknown>): Promise<string> {
  for (let warm = 0; warm < 5; warm++) await run();
  const from = process.cpuUsage();
  let runs = 0;
  let used = 0;
  while (used < 500_000) {
    await run();
    runs++;
    const { user, system } = process.cpuUsage(from);
    used = user + system;
  }
  return Math.round((runs / used) * 1e6).toLocaleString('en');
}
