import type { CommandContext } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import { plainDateOf } from '../../kernel/plain-date.ts';
import type { Identity } from '../../modules/identity/public.ts';
import { must } from '../../platform/testing/must.ts';

/** A reorganisation being prepared by one administrator, each step a request of its own. */
export function aReorganisation(identity: Identity, as: () => CommandContext) {
  let id = '' as Id<'reorganisation'>;
  const { reorganisation } = identity;
  const view = async () => must(await reorganisation.view(as(), id));
  const draft = async () => ({ reorganisationId: id, expectedVersion: (await view()).version });
  const edit = async (change: object) => reorganisation.edit(as(), { ...(await draft()), change });
  return {
    view,
    draft,
    edit,
    async begin(effectiveOn: string, title = 'Sắp xếp đơn vị') {
      const head = { title, decisionNumber: '15/NQ-UBTVQH', effectiveOn };
      id = must(await reorganisation.create(as(), head)).reorganisationId;
    },
    /** Adds a unit like another, under another name; its id. */
    async addLike(
      unitId: Id<'unit'>,
      names: {
        readonly name: string;
        readonly shortName?: string;
        readonly officeHours?: string;
        readonly gsoCode?: string;
      },
      on: string,
    ) {
      const like = identity.units
        .unitsOn(plainDateOf(new Date(`${on}T12:00:00+07:00`)))
        .find((unit) => unit.id === unitId);
      if (!like) throw new Error('no such unit');
      const { tier, kind, parentId, sectionCode } = like;
      const facts = { ...names, tier, kind, parentId, ...(kind === 'section' && { sectionCode }) };
      must(await edit({ edit: 'begin', facts }));
      const begun = (await view()).begins.at(-1);
      if (!begun) throw new Error('nothing begun');
      return begun.unitId;
    },
    carryOut: async () => reorganisation.carryOut(as(), await draft()),
    undo: async (reason = 'Nghị quyết hoãn thi hành') =>
      reorganisation.undo(as(), { ...(await draft()), reason }),
  };
}
