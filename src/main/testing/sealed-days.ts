import { beforeAll } from 'vitest';
import type { Actor, CitizenActor } from '../../kernel/actor.ts';
import { must } from '../../platform/testing/must.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { aBirthDraft } from './birth-draft.ts';
import { type SeededProduct, useSeededProduct } from './seeded-product.ts';
import { morning } from './test-config.ts';
import { useTimestampSimulator } from './timestamp-simulator.ts';

export const dayMs = 86_400_000;
const tomorrow = new Date(morning.getTime() + dayMs);
/** The morning after: two days lie under stamped heads. */
export const later = new Date(morning.getTime() + 2 * dayMs);

export interface SealedDays {
  readonly world: SeededProduct;
  /** Their first dossier was handed in on the first day and looked at by them. */
  readonly citizen: CitizenActor;
  readonly dossierId: string;
  readonly code: string;
  /** Hands in another dossier of theirs. */
  submit(now?: Date): Promise<{ readonly dossierId: string; readonly code: string }>;
}

/** A product whose journal is sealed: one day, another, both under stamped heads, and a third that is still open. */
export function useSealedDays(test: TestDatabase): SealedDays {
  const simulator = useTimestampSimulator(later);
  const world = useSeededProduct(test, () => ({ baseUrl: simulator.baseUrl }));
  let first: Pick<SealedDays, 'citizen' | 'dossierId' | 'code'> | undefined;
  const known = () => {
    if (!first) throw new Error('the days are ready only inside tests and hooks');
    return first;
  };

  async function submitFor(citizen: CitizenActor, now: Date) {
    const { commands, queries } = world.product.modules.dossiers;
    const as = (actor: Actor) => world.as(actor, now);
    const draftId = await aBirthDraft({ product: world.product, as }, test, citizen);
    const { version } = must(await queries.getDraft(as(citizen), draftId));
    return must(await commands.submitDraft(as(citizen), { draftId, expectedVersion: version }));
  }

  beforeAll(async () => {
    const { audit, dossiers } = world.product.modules;
    const citizen = await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051');
    first = { citizen, ...(await submitFor(citizen, morning)) };
    must(await dossiers.queries.getMyDossier(world.as(citizen), first.dossierId));
    await audit.commands.seal(morning);
    await submitFor(citizen, tomorrow);
    await audit.commands.seal(tomorrow);
    await audit.commands.stampHeads(later);
    await submitFor(citizen, later);
    await audit.commands.seal(later);
  }, 120_000);

  return {
    world,
    get citizen() {
      return known().citizen;
    },
    get dossierId() {
      return known().dossierId;
    },
    get code() {
      return known().code;
    },
    submit: (now = later) => submitFor(known().citizen, now),
  };
}
