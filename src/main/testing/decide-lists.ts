import type { OfficerActor } from '../../kernel/actor.ts';
import { must } from '../../platform/testing/must.ts';

import type { SeededProduct } from './seeded-product.ts';

let decided = 0;

/** The chairman decides on lists, and procedure control carries it out from a day on; each call is a decision of its own. */
export async function decideLists(
  world: SeededProduct,
  control: OfficerActor,
  lists: readonly unknown[],
  when: { readonly now: Date; readonly from: string },
): Promise<{ readonly number: string }> {
  const { commands, queries } = world.product.modules.catalogue;
  const office = () => world.as(control, when.now);
  decided += 1;
  const number = `${4000 + decided}/QĐ-UBND`;
  const { decisionId, version } = must(
    await commands.recordDecision(office(), {
      kind: 'post',
      number,
      decidedOn: when.now.toISOString().slice(0, 10),
      agency: 'Chủ tịch UBND tỉnh',
      lines: [],
    }),
  );
  const listed = must(await commands.changeDecisionLists(office(), { decisionId, version, lists }));
  const { effect } = must(await queries.effectOf(office(), { decisionId, from: when.from }));
  must(
    await commands.publishDecision(office(), {
      decisionId,
      version: listed.version,
      from: when.from,
      effect,
    }),
  );
  return { number };
}
