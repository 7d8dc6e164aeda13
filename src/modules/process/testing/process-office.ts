import { beforeAll } from 'vitest';
import type { Actor, OfficerActor, Role } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { inTransaction } from '../../../platform/transaction.ts';
import type { DraftContent, DraftRow } from '../contract.ts';
import { createProcess, type Processes } from '../public.ts';
import { aStep } from './builders.ts';

const today = new Date('2026-11-26T09:00:00+07:00');

/** A whole small process: taken in, signed, issued, handed over. */
export const fourRows: readonly DraftRow[] = [
  {
    key: 'tiep-nhan',
    name: 'Tiếp nhận',
    kind: 'intake',
    performer: { unit: 'oneStop', role: 'oneStopOfficer' },
    hours: 2,
  },
  { key: 'ky', name: 'Ký', kind: 'sign', performer: { unit: 'competent', role: 'leader' }, hours: 4 },
  {
    key: 'phat-hanh',
    name: 'Phát hành',
    kind: 'issue',
    performer: { unit: 'competent', role: 'recordsClerk' },
    hours: 1,
  },
  {
    key: 'tra',
    name: 'Trả',
    kind: 'return',
    performer: { unit: 'oneStop', role: 'oneStopOfficer' },
    hours: 0,
  },
];

/** Two officers of procedure control, Lan and Minh, at an empty module on a test database. */
export function useProcessOffice(database: TestDatabase) {
  const lan = anOfficer('procedureControl');
  const minh = anOfficer('procedureControl');
  let process: Processes | undefined;
  beforeAll(() => {
    process = createProcess({
      db: database.db,
      newId: newUuidV7,
      identity: {
        units: { unitOn: () => undefined, latest: () => undefined, ancestorsOn: () => [] },
        describeAccounts: async (_, ids) =>
          new Map(
            ids.map((id) => [
              id,
              { personId: lan.personId, name: id === lan.accountId ? 'Lan' : 'Minh', posts: [] },
            ]),
          ),
      },
      templates: [{ key: 'bon-buoc', name: 'Bốn bước', source: 'thực tiễn', rows: fourRows }],
    });
  });
  const office = {
    lan,
    minh,
    get process(): Processes {
      if (!process) throw new Error('the office is open only inside tests and hooks');
      return process;
    },
    get editing(): Processes['editing'] {
      return office.process.editing;
    },
    as(actor: Actor, now = today): CommandContext {
      const origin = { ip: '127.0.0.1', userAgent: 'test' };
      const proved = actor.kind === 'officer' ? { ...actor, provedAt: now } : actor;
      return { jurisdiction: database.jurisdiction, actor: proved, now, origin, requestId: newUuidV7() };
    },
    async fromTemplate(name: string, procedure: string): Promise<Id<'processDraft'>> {
      const input = { from: 'template', template: 'bon-buoc', name, procedures: [procedure] };
      return must(await office.editing.createDraft(office.as(lan), input)).draftId;
    },
    publish(
      draftId: string,
      expectedVersion: number,
      validFrom: string,
      ctx: CommandContext = office.as(lan),
    ): ReturnType<Processes['editing']['publishDraft']> {
      const decision = { number: '12/QĐ-UBND', on: '2026-11-20' };
      return office.editing.publishDraft(ctx, { draftId, expectedVersion, validFrom, decision });
    },
    /** A version of two steps, loaded as reference data. */
    async load(code: string, procedure: string, validFrom: string, name = 'Quy trình cũ'): Promise<void> {
      const steps = [aStep({ key: 'a', kind: 'intake' }), aStep({ key: 'b' })];
      const facts = { validFrom: validFrom as PlainDate, source: 'thử', certainty: 'practice' };
      const record = { code, name, procedures: [procedure], table: { steps }, ...facts };
      must(await inTransaction(database.db, (tx) => office.process.loadProcesses(tx, [record], today)));
    },
    /** The same, in force since January 2026; its id. */
    async loaded(code: string, procedure: string, name?: string): Promise<Id<'processVersion'>> {
      await office.load(code, procedure, '2026-01-01', name);
      return must(await office.process.getProcessInForce(database.db, procedure, '2026-11-26' as PlainDate))
        .id;
    },
  };
  return office;
}

export function withHours(content: DraftContent, key: string, hours: number): DraftContent {
  return { ...content, rows: content.rows.map((row) => (row.key === key ? { ...row, hours } : row)) };
}

export function anOfficer(role: Role): OfficerActor {
  const unitId = newUuidV7<'unit'>();
  const post = { postId: newUuidV7<'post'>(), unitId, role, unitScope: [unitId] };
  return { kind: 'officer', accountId: newUuidV7(), personId: newUuidV7(), posts: [post], grants: [] };
}
