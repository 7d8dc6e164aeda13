/**
 * How long lists, differences and the effect of a decision take over a whole imported catalogue, as the application
 * role: `node bench/law.ts [FILE]`. Without FILE 1,516 records are generated. Uses TEST_DATABASE_URL or its own server.
 */

import { sql } from 'kysely';
import type { Jurisdiction } from '../src/kernel/id.ts';
import { ok, type Result } from '../src/kernel/result.ts';
import { importProcedures } from '../src/modules/catalogue/commands/import-procedures.ts';
import { readLines } from '../src/modules/catalogue/store/read-import-file.ts';
import { readRecordLines } from '../src/modules/catalogue/store/read-record-lines.ts';
import { aCatalogue } from '../src/modules/catalogue/testing/a-catalogue.ts';
import { sourceRecords } from '../src/modules/catalogue/testing/a-source-file.ts';
import { createDatabase, type Database, many } from '../src/platform/database.ts';
import { newUuidV7 } from '../src/platform/ids.ts';
import { must } from '../src/platform/testing/must.ts';
import { onAFreshDatabase } from './on-a-fresh-database.ts';

async function measure(url: string): Promise<void> {
  const db = createDatabase({ url, role: 'motcua_app', jurisdiction: 1 });
  const owner = createDatabase({ url });
  const catalogue = aCatalogue({ db, owner, url, jurisdiction: 1 as Jurisdiction });
  const { commands, queries } = catalogue;
  must(
    await importProcedures({ db, newId: newUuidV7 }, context(), async (today) =>
      ok(await readLines(lines(), today)),
    ),
  );
  await sql`analyze`.execute(owner);
  const versions = await versionsOf(db);
  console.log(`${versions.length} procedures in force`);
  await time('list, first page of 50', 40, () => catalogue.findProcedures(context(), { limit: 50 }));
  for (const gap of ['process', 'fee', 'unchecked'] as const)
    await time(`gap ${gap}, first page of 50`, 40, () => queries.listGaps(context(), { gap }));
  let next = 0;
  await time('difference of two procedures', 200, () => {
    const [before, after] = [versions[next++ % versions.length], versions[next % versions.length]];
    return queries.compareTexts(context(), {
      before: { versionId: before?.id },
      after: { versionId: after?.id },
    });
  });
  const all = versions.map(({ code }) => ({ code, change: 'abolished' }));
  const decision = must(await commands.recordDecision(context(), { ...paper('1/QĐ-UBND'), lines: all }));
  await time(`effect of abolishing all ${all.length}`, 10, () =>
    queries.effectOf(context(), { ...decision, from: '2099-01-01' }),
  );
  const drafted = await draftsOf(commands, versions.slice(0, 200));
  const amending = must(await commands.recordDecision(context(), { ...paper('2/QĐ-UBND'), lines: drafted }));
  await time(`effect of amending ${drafted.length}`, 10, () =>
    queries.effectOf(context(), { ...amending, from: '2099-01-01' }),
  );
  const shown = drafted.slice(0, 50).map(({ code }) => code);
  await time(`impact of the ${shown.length} a page shows`, 10, () =>
    queries.impactOf(context(), { of: { decisionId: amending.decisionId }, codes: shown }),
  );
  await db.destroy();
  await owner.destroy();
}

type Commands = ReturnType<typeof aCatalogue>['commands'];

async function draftsOf(
  commands: Commands,
  versions: readonly { readonly id: string; readonly code: string }[],
) {
  const lines = [];
  for (const { id, code } of versions) {
    const { draftId } = must(await commands.createDraft(context(), { from: 'version', versionId: id }));
    must(await commands.submitDraftForReview(context(), { draftId, version: 1 }));
    must(await commands.approveDraft(context(), { draftId, version: 2 }));
    lines.push({ code, change: 'amended', draftId });
  }
  return lines;
}

function paper(number: string) {
  return { kind: 'province', number, decidedOn: '2026-11-26', agency: 'Chủ tịch UBND tỉnh' };
}

function versionsOf(db: Database) {
  return many(
    db,
    sql<{ id: string; code: string }>`
      select version_id as id, code from catalogue.procedure_version order by code`,
  );
}

async function time(what: string, rounds: number, run: () => Promise<Result<unknown>>): Promise<void> {
  must(await run());
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    must(await run());
    taken.push(performance.now() - start);
  }
  const sorted = taken.sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  console.log(
    `${what.padEnd(36)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${sorted.at(-1)?.toFixed(1)} ms`,
  );
}

async function* lines(): AsyncGenerator<string> {
  const [file] = process.argv.slice(2);
  if (file) yield* readRecordLines(file);
  else for (const record of sourceRecords(1516)) yield JSON.stringify(record);
}

function context() {
  return {
    jurisdiction: 1 as Jurisdiction,
    actor: { kind: 'system' as const, task: 'bench' },
    now: new Date(),
    origin: { ip: undefined, userAgent: undefined },
    requestId: newUuidV7(),
  };
}

await onAFreshDatabase({ durable: false }, measure);
