import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { editPlan } from '../core/reorganisation/edit-plan.ts';
import {
  emptyPlan,
  type PlanEdit,
  type ReorganisationPlan,
  type UnitFacts,
} from '../core/reorganisation/plan.ts';
import { planFaults } from '../core/reorganisation/plan-faults.ts';
import type { StandingPost } from '../core/reorganisation/planned-posts.ts';
import { unitTree } from '../core/unit-tree.ts';
import { aUnit } from './unit-builder.ts';

export const day = (text: string) => text as PlainDate;
export const unit = (key: string) => key as Id<'unit'>;
export const on = day('2026-12-01');
export const today = day('2026-11-26');

export const units = unitTree(
  [
    aUnit({ key: 'province', kind: 'province', tier: 'province' }),
    aUnit({ key: 'ward', shortName: 'Phường Cũ', parentId: unit('province'), gsoCode: '25459' }),
    aUnit({ key: 'ward/one-stop', name: 'Trung tâm phường Cũ', kind: 'oneStop', parentId: unit('ward') }),
    aUnit({
      key: 'ward/office',
      name: 'Văn phòng phường Cũ',
      kind: 'section',
      sectionCode: 'office',
      parentId: unit('ward'),
    }),
    aUnit({ key: 'other', shortName: 'Xã Bên', parentId: unit('province') }),
    aUnit({
      key: 'other/office',
      name: 'Văn phòng xã Bên',
      kind: 'section',
      sectionCode: 'office',
      parentId: unit('other'),
    }),
  ],
  [],
);

export const newWard: UnitFacts = {
  name: 'Ủy ban nhân dân phường Mới',
  shortName: 'Phường Mới',
  tier: 'commune',
  kind: 'commune',
  parentId: unit('province'),
};

/** A plan after these edits; ids of new units are n1, n2 … in order. */
export function planOf(...edits: readonly PlanEdit[]): ReorganisationPlan {
  let made = 0;
  const newId = () => unit(`n${++made}`);
  return edits.reduce<ReorganisationPlan>((plan, edit) => {
    const next = editPlan(plan, edit, { units, on, newId });
    if (!next.ok) throw new Error(next.refusal.type);
    return next.value;
  }, emptyPlan);
}

export const split = (withParts = true): readonly PlanEdit[] => [
  { edit: 'begin', facts: newWard },
  {
    edit: 'end',
    unitId: unit('ward'),
    successors: [{ unitId: unit('n1'), part: 'khu phố 1–4' }, { unitId: unit('other') }],
    withParts,
  },
];

export const aPost = (more: Partial<StandingPost> = {}): StandingPost => ({
  postId: 'p1' as Id<'post'>,
  personId: 'a' as Id<'person'>,
  name: 'Lan',
  unitId: unit('ward/office'),
  role: 'specialist',
  title: 'Công chức',
  validFrom: day('2025-07-01'),
  isOpen: true,
  ...more,
});
export const administrator = aPost({
  postId: 'admin' as Id<'post'>,
  unitId: unit('province'),
  role: 'administrator',
});

export const faultsOf = (
  plan: ReorganisationPlan,
  more: { posts?: StandingPost[]; work?: number; on?: PlainDate } = {},
) =>
  planFaults(
    plan,
    { decisionNumber: '1/NQ', effectiveOn: more.on ?? on },
    {
      units,
      today,
      posts: [administrator, ...(more.posts ?? [])],
      openWork: () => more.work ?? 0,
      isCalendar: (code) => code === 'tay-ninh',
    },
  ).map(({ fault, unitId }) => (unitId ? `${fault} ${unitId}` : fault));
