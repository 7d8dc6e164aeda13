import { z } from 'zod';
import type { Id } from '../../../../kernel/id.ts';
import type { UnitKind, UnitTier } from '../unit.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const unitId = z.uuid().transform((id): Id<'unit'> => id as Id<'unit'>);

/** What a unit is from a day on, as the office writes it. */
export const unitFacts = z.strictObject({
  name: text(300),
  shortName: text(200).optional(),
  nameEn: text(300).optional(),
  tier: z.enum(['province', 'district', 'commune'] satisfies UnitTier[]),
  kind: z.enum([
    'province',
    'district',
    'commune',
    'department',
    'board',
    'agency',
    'branch',
    'section',
    'oneStop',
    'recordsOffice',
  ] satisfies UnitKind[]),
  parentId: unitId.optional(),
  gsoCode: z
    .string()
    .regex(/^\d{2,5}$/)
    .optional(),
  agencyCode: z
    .string()
    .regex(/^[A-Z]\d{2}(\.\d{1,3})*$/)
    .optional(),
  sectionCode: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  officeHours: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
});
export type UnitFacts = z.infer<typeof unitFacts>;

/** Which successor of a split unit goes on with a kind of open work; the more particular rule comes first. */
export const splitRule = z.strictObject({
  by: z.enum(['procedure', 'sector']),
  value: text(200),
  unitId,
});

/** What becomes of the open work of a split unit: by rules, the rest to one successor or decided dossier by dossier. */
export const splitChoice = z.strictObject({
  rules: z.array(splitRule).max(200),
  rest: z.union([z.literal('perDossier'), unitId]),
});
export type SplitChoice = z.infer<typeof splitChoice>;

export const successors = z.array(z.strictObject({ unitId, part: text(500).optional() })).max(10);

/**
 * A reorganisation as it is being prepared: nothing of it holds yet. New units have their ids from the beginning, so that
 * every line names units by id.
 */
export const reorganisationPlan = z.strictObject({
  begins: z.array(z.strictObject({ unitId, facts: unitFacts })).max(500),
  changes: z.array(z.strictObject({ unitId, facts: unitFacts })).max(500),
  ends: z.array(z.strictObject({ unitId, successors, choice: splitChoice.optional() })).max(500),
  /** Where a post goes, when its unit leaves it open; null ends it. */
  posts: z
    .array(
      z.strictObject({
        postId: z.uuid().transform((id): Id<'post'> => id as Id<'post'>),
        unitId: unitId.nullable(),
      }),
    )
    .max(5000),
});
export type ReorganisationPlan = z.infer<typeof reorganisationPlan>;
export type EndLine = ReorganisationPlan['ends'][number];

export const emptyPlan: ReorganisationPlan = { begins: [], changes: [], ends: [], posts: [] };

/** One change of a plan by its editor. */
export const planEdit = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.literal('begin'), facts: unitFacts }),
  z.strictObject({ edit: z.literal('change'), unitId, facts: unitFacts }),
  z.strictObject({
    edit: z.literal('end'),
    unitId,
    successors,
    /** Its sections, counter and records office go the same way, to their like under the successors. */
    withParts: z.boolean(),
  }),
  z.strictObject({ edit: z.literal('choose'), unitId, choice: splitChoice }),
  z.strictObject({ edit: z.literal('place'), places: reorganisationPlan.shape.posts }),
  z.strictObject({ edit: z.literal('leave'), unitId }),
]);
export type PlanEdit = z.infer<typeof planEdit>;
