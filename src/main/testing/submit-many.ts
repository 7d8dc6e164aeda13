/**
 * A process to be killed: submits drafts eight at a time and writes the code of each submission that was acknowledged.
 * Arguments: database URL, data folder; then the citizen as JSON and `draft version` lines on standard input.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { CitizenActor } from '../../kernel/actor.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { compose } from '../compose.ts';
import { aTestConfig, morning } from './test-config.ts';

const [url = '', folder = ''] = process.argv.slice(2);
const product = await compose(aTestConfig(url, folder));
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const citizen: CitizenActor = JSON.parse((await lines.next()).value ?? 'null');

async function submitNext(): Promise<void> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return;
    const [draftId, version] = value.split(' ');
    const outcome = await product.modules.dossiers.commands.submitDraft(
      {
        jurisdiction: product.jurisdiction,
        actor: citizen,
        now: morning,
        origin: { ip: undefined, userAgent: undefined },
        requestId: newUuidV7(),
      },
      { draftId, expectedVersion: Number(version) },
    );
    writeSync(1, outcome.ok ? `${outcome.value.code}\n` : `refused ${outcome.refusal.type}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, submitNext));
await product.close();
