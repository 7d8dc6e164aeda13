import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CitizenActor } from '../kernel/actor.ts';
import { many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const script = fileURLToPath(new URL('./testing/submit-many.ts', import.meta.url));

describe('a server killed in the middle of 200 submissions', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);

  it('has every acknowledged dossier whole, with events and job, and no other half of one', async () => {
    const citizen = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    const drafts: string[] = [];
    for (let count = 0; count < 200; count++) {
      const draftId = await aBirthDraft(world, test, citizen);
      const draft = must(await world.product.modules.dossiers.queries.getDraft(world.as(citizen), draftId));
      drafts.push(`${draftId} ${draft.version}`);
    }
    const acknowledged = await submitUntilKilled(test.url, citizen, drafts, 60);
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    expect(acknowledged.filter((line) => line.startsWith('refused'))).toEqual([]);

    const kept = await many(
      test.owner,
      sql<{ code: string; whole: boolean }>`
        select d.code,
          exists (select from platform.event e where e.stream_id = d.dossier_id and e.seq = 1)
          and exists (select from platform.action a where a.subject_id = d.dossier_id)
          and exists (select from dossiers.task t where t.dossier_id = d.dossier_id and t.kind = 'intake')
          and exists (select from dossiers.dossier_file f where f.dossier_id = d.dossier_id)
          and (select count(*) from dossiers.party p where p.dossier_id = d.dossier_id) = 2
          and exists (select from dossiers.draft r where r.dossier_id = d.dossier_id)
          and exists (
            select from graphile_worker._private_jobs j where j.payload ->> 'dossierId' = d.dossier_id::text
          ) as whole
        from dossiers.dossier d
        order by d.code
      `,
    );
    expect(kept.filter((dossier) => !dossier.whole)).toEqual([]);
    const codes = kept.map((dossier) => dossier.code);
    expect(codes).toEqual(expect.arrayContaining([...acknowledged]));
    expect(codes.map((code) => Number(code.slice(-4)))).toEqual(codes.map((_, index) => index + 1));
    const strays = await one(
      test.owner,
      sql<{ events: number; parties: number; requests: number }>`
        select
          (select count(*)::int from platform.event where type = 'dossiers.submitted') as events,
          (select count(*)::int from dossiers.party) as parties,
          (select count(*)::int from platform.request_log where command = 'dossiers.submit-draft') as requests
      `,
    );
    expect(strays).toEqual({ events: kept.length, parties: 2 * kept.length, requests: kept.length });
  }, 120_000);
});

/** Runs the submitting process and kills it without mercy once `count` submissions were acknowledged. */
async function submitUntilKilled(
  url: string,
  citizen: CitizenActor,
  drafts: readonly string[],
  count: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, url, tmpdir()], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => undefined); // the pipe breaks when the reader is killed
  child.stdin.end(`${[JSON.stringify(citizen), ...drafts].join('\n')}\n`);
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  return acknowledged;
}
