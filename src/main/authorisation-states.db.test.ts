import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { type Permission, permissionRule, permissions } from '../modules/identity/contract.ts';
import { one } from '../platform/database.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { type ActName, type ActRule, actNames, acts } from './testing/matrix/acts.ts';
import type { Asker, StateFacts } from './testing/matrix/facts.ts';
import { explainedAs, offeredAs } from './testing/matrix/offered.ts';
import { doesStep, isFree, type PermissionFile, reads, shippedFile } from './testing/matrix/powers.ts';
import { toldBarred, toldNow } from './testing/matrix/refusals.ts';
import { undone } from './testing/matrix/savepoints.ts';
import { type State, stateNames, states } from './testing/matrix/states.ts';
import { asksProof } from './testing/matrix/step-up.ts';
import { useMatrix } from './testing/matrix/world.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

type Answer = 'may' | 'state' | 'no';

/** Commands that do not ask where a dossier stands, each with its row in `authorisation.db.test.ts`; and the batches of others. */
const elsewhere = {
  onDrafts: [
    'saveDraft',
    'attachDraftFiles',
    'detachDraftFile',
    'saveRepresented',
    'renewDraft',
    'discardDraft',
    'submitDraft',
    'chooseForDraft',
  ],
  withoutADossier: [
    'startDraft',
    'registerWalkIn',
    'settleAtCounter',
    'changeCalendar',
    'handOver',
    'substitute',
    'endSubstitution',
    'saveQueueChoice',
    'loadCodePatterns',
  ],
  batches: ['bulk'],
};

/**
 * Every command that depends on where a dossier stands × everybody, by role and scope × every state. What is expected follows
 * from the permission file and two tables (`matrix/acts.ts`: whose permission, where; `matrix/states.ts`: what is true in a
 * state), never from what the product answers; which refusal it is stands in a third (`matrix/refusals.ts`). Each dossier is
 * made once, each answer undone.
 */
describe('acts on dossiers by role, scope and state', () => {
  const test = useTestDatabase();
  const seeded = useSeededProduct(test);
  const matrix = useMatrix(test, seeded);

  it('has a row for every command', () => {
    const known = [...actNames, ...Object.values(elsewhere).flat()].sort();
    expect(known).toEqual(Object.keys(seeded.product.modules.dossiers.commands).sort());
  });

  it.each(stateNames)(
    'a dossier that is %s',
    async (state) => {
      const before = await written();
      expect(await wrongCells(state, actNames, (asker) => asker.actor)).toEqual([]);
      expect(await written()).toEqual(before);
    },
    120_000,
  );

  it.each(stateNames)(
    'who may act on one that is %s is asked for a fresh proof where the permission file says so, and nowhere else',
    async (state) => {
      const wrong: string[] = [];
      for (const name of actNames)
        for (const [who, asker] of Object.entries(matrix.askers)) {
          const may = expectedOf(shippedFile, acts[name], asker, state) === 'may';
          if (asker.actor.kind !== 'officer' || asker.ended || asker.onlyReads || !may) continue;
          const hourAgo = new Date(morning.getTime() - 3_600_000);
          const ctx = { ...matrix.world.as(asker.actor), actor: { ...asker.actor, provedAt: hourAgo } };
          const input = acts[name].input(matrix.standing(state, asker), states[state]);
          const run = (): Promise<Result<unknown>> => commands()[name](ctx, input);
          const outcome = await undone(matrix.world.product.db, run);
          const expected = asksProof(name, asker, states[state]) ? 'identity.step-up-needed' : 'done';
          const answer = outcome.ok ? 'done' : outcome.refusal.type;
          if (answer !== expected) wrong.push(`${name} by ${who}: ${expected}, not ${answer}`);
        }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it.each(stateNames)(
    'the page of one that is %s offers what its commands take, to whoever reads it',
    async (state) => {
      const wrong: string[] = [];
      for (const [who, asker] of Object.entries(matrix.askers)) {
        if (asker.ended) continue;
        const seen = await pageOf(state, asker);
        if (seen.ok !== (asker.actor.kind === 'officer' && reads(shippedFile, asker, states[state])))
          wrong.push(`${who} ${seen.ok ? 'reads' : 'does not read'} it`);
        if (!seen.ok) continue;
        const offered = new Set(seen.value.actions.map(({ action }) => action));
        for (const [action, name] of offeredAs)
          if (offered.has(action) && expectedOf(shippedFile, acts[name], asker, state) !== 'may')
            wrong.push(`${action} is offered to ${who}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(stateNames)(
    'the explanation of one that is %s says of each step what its commands decide',
    async (state) => {
      const wrong: string[] = [];
      for (const [who, asker] of Object.entries(matrix.askers)) {
        if (asker.ended) continue;
        const told = await explanationOf(state, asker);
        if (asker.actor.kind !== 'officer') {
          if (told.ok) wrong.push(`${who} is told`);
          continue;
        }
        if (!told.ok) throw new Error(told.refusal.type);
        const { rules, places, steps } = told.value;
        const sees = reads(shippedFile, asker, states[state]);
        if (rules.length > 0 !== sees) wrong.push(`${who} ${sees ? 'hears no rule' : 'hears a rule'}`);
        if (!sees && places.length + steps.length > 0) wrong.push(`${who} hears where it lies`);
        const verdicts = steps.map(({ verdict }) => verdict).sort();
        const expected = sees ? verdictsOn(asker, states[state]).sort() : [];
        if (verdicts.join() !== expected.join()) wrong.push(`${who}: ${expected}, not ${verdicts}`);
        for (const [act, name] of explainedAs) {
          const found = told.value.acts.find((each) => each.act === act);
          const may = acts[name].by(shippedFile, asker, states[state]);
          if (found && (found.verdict !== 'no') !== may) wrong.push(`${act} of ${who}: ${found.verdict}`);
          if (found?.needs.length === 0) wrong.push(`${act} of ${who} needs nothing`);
          if (sees && !found && expectedOf(shippedFile, acts[name], asker, state) === 'may')
            wrong.push(`${act} of ${who} is not told`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  /** What a step is to somebody: theirs to do, or why not. */
  function verdictsOn(asker: Asker, state: StateFacts): string[] {
    const isOpen = state.phase !== 'refused' && state.phase !== 'stopped' && state.phase !== 'returned';
    const open = [...(isOpen ? [state.step] : []), ...(state.opinion ? [state.opinion] : [])];
    return open.map((step) => {
      if (step.kind === 'wait') return 'nobody';
      if (!doesStep(shippedFile, asker, state, step)) return 'role';
      if (isFree(asker, step)) return 'may';
      return step.heldBy === undefined ? 'toAssign' : 'other';
    });
  }

  it('catches whoever is let in without the permission, and whoever is kept out with it', async () => {
    const counter = matrix.askers['oneStopOfficer in place']?.actor;
    const stranger = matrix.askers['oneStopOfficer of another agency']?.actor;
    if (counter?.kind !== 'officer' || stranger?.kind !== 'officer') throw new Error('two officers');
    const leaky = ({ actor }: Asker): Asker['actor'] =>
      actor === stranger ? ({ ...stranger, posts: counter.posts } satisfies OfficerActor) : actor;
    const strict = ({ actor }: Asker): Asker['actor'] =>
      actor === counter ? { ...counter, posts: stranger.posts } : actor;
    expect(await wrongCells('submitted', ['acceptDossier'], leaky)).toEqual([
      'acceptDossier by oneStopOfficer of another agency: dossiers.not-allowed, not may',
    ]);
    expect(await wrongCells('submitted', ['acceptDossier'], strict)).toEqual([
      'acceptDossier by oneStopOfficer in place: may, not dossiers.not-allowed',
    ]);
  });

  it('catches a refusal that is another state’s', async () => {
    const misread = await wrongCells('accepted', ['resumeClock'], (asker) => asker.actor, 'asked');
    expect(misread).toContain(
      'resumeClock by specialist in place: dossiers.suspension-awaits, not dossiers.not-suspended',
    );
  });

  const pairs = permissions
    .filter((each) => each.startsWith('dossiers.') && each !== 'dossiers.submit')
    .flatMap((permission) =>
      [...(rule(permission).inUnits ?? []), ...(rule(permission).everywhere ?? [])].map(
        (role) => [permission, role] as const,
      ),
    );

  it.each(pairs)('%s of a %s decides some cell: struck out of the file, it is missed', (permission, role) => {
    const without: PermissionFile = (asked) => {
      const { inUnits = [], everywhere = [] } = permissionRule(asked);
      const left = (all: readonly string[]) => all.filter((each) => asked !== permission || each !== role);
      return { inUnits: left(inUnits), everywhere: left(everywhere) } as ReturnType<PermissionFile>;
    };
    const changed = stateNames.some((state) =>
      Object.values(matrix.askers).some(
        (asker) =>
          reads(shippedFile, asker, states[state]) !== reads(without, asker, states[state]) ||
          actNames.some(
            (name) =>
              expectedOf(shippedFile, acts[name], asker, state) !==
              expectedOf(without, acts[name], asker, state),
          ),
      ),
    );
    expect(changed).toBe(true);
  });

  it('does in a batch what it does one by one', async () => {
    for (const state of ['accepted', 'taken', 'atLeader', 'returned'] as const)
      for (const [who, asker] of Object.entries(matrix.askers)) {
        const { taskId } = matrix.standing(state, asker);
        const run = () => commands().bulk(matrix.world.as(asker.actor), { act: 'takeUp', taskIds: [taskId] });
        const outcome = await undone(matrix.world.product.db, run);
        const done = outcome.ok && outcome.value.rows.every((row) => row.done);
        expect([state, who, done]).toEqual([
          state,
          who,
          expectedOf(shippedFile, acts.takeUpTask, asker, state) === 'may',
        ]);
      }
  });

  const commands = () => matrix.world.product.modules.dossiers.commands;

  const told: Readonly<Record<Answer, typeof toldNow>> = {
    may: () => 'may',
    state: toldNow,
    no: toldBarred,
  };

  /** Cells whose answer is another than expected; `as` gives whom the product takes the asker for, `readAs` whose refusals are expected. */
  async function wrongCells(
    state: State,
    names: readonly ActName[],
    as: (asker: Asker) => Asker['actor'],
    readAs = state,
  ) {
    const wrong: string[] = [];
    for (const name of names)
      for (const [who, asker] of Object.entries(matrix.askers).filter(([, each]) => !each.onlyReads)) {
        const verdict = expectedOf(shippedFile, acts[name], asker, state);
        const expected = told[verdict](name, asker, readAs);
        const answer = await answerTo(name, { ...asker, actor: as(asker) }, state, verdict);
        if (answer !== expected) wrong.push(`${name} by ${who}: ${expected}, not ${answer}`);
      }
    return wrong;
  }

  function expectedOf(file: PermissionFile, { by, when }: ActRule, asker: Asker, state: State): Answer {
    if (!by(file, asker, states[state])) return 'no';
    return when(states[state], asker) ? 'may' : 'state';
  }

  async function answerTo(name: ActName, asker: Asker, state: State, expected: Answer): Promise<string> {
    const input = acts[name].input(matrix.standing(state, asker), states[state]);
    const run = (): Promise<Result<unknown>> => commands()[name](matrix.world.as(asker.actor), input);
    const outcome = await undone(matrix.world.product.db, run);
    if (outcome.ok) return 'may';
    const { kind, type } = outcome.refusal;
    const fits = expected !== 'no' || /^(forbidden|not-found|unauthenticated)$/.test(kind);
    return fits ? type : `${kind} ${type}`;
  }

  function pageOf(state: State, asker: Asker) {
    const { queries } = matrix.world.product.modules.dossiers;
    return queries.getOfficeDossier(matrix.world.as(asker.actor), matrix.standing(state, asker).dossierId);
  }

  function explanationOf(state: State, asker: Asker) {
    const { queries } = matrix.world.product.modules.dossiers;
    return queries.explainAccess(matrix.world.as(asker.actor), { code: matrix.standing(state, asker).code });
  }

  function written() {
    return one(
      matrix.world.product.db,
      sql<{ events: number; actions: number; requests: number }>`
        select (select count(*) from platform.event) as events, (select count(*) from platform.action) as actions,
          (select count(*) from platform.request_log) as requests`,
    );
  }
});

function rule(permission: Permission) {
  return shippedFile(permission);
}
