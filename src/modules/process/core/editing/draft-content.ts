import { z } from 'zod';
import { dueUnits } from '../clock/due-rule.ts';
import { ruleSchema } from '../flow/rule-schema.ts';
import { rowKinds } from './row-kinds.ts';

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** Names a row, a branch or a way on; stable while rows are edited and moved. Of a diagram it is the element's id. */
const place = z.string().regex(/^[A-Za-z0-9_][\w.-]{0,99}$/);
const line = z.string().trim().max(300);

const role = z.enum(['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk']);

export const draftPerformer = z.strictObject({
  unit: z.union([
    z.enum(['oneStop', 'competent']),
    z.strictObject({ section: key }),
    z.strictObject({ agency: z.string().min(1).max(100) }),
  ]),
  role,
  rule: z.enum(['group', 'named', 'previous', 'roundRobin']).exactOptional(),
  post: z.string().max(100).exactOptional(),
  person: z.string().max(100).exactOptional(),
});
export type DraftPerformer = z.infer<typeof draftPerformer>;

const hours = z.number().min(0).max(5000);

const timer = z.strictObject({
  key: place,
  kind: z.enum(['warn', 'escalate', 'proceed']),
  at: z.union([
    z.strictObject({ share: z.number().gt(0).max(1) }),
    z.strictObject({ hours }),
    z.strictObject({ beforeDue: hours }),
  ]),
});

/** A way on after a row, one of which is taken. */
const choice = z.strictObject({
  key: place,
  label: line,
  to: place.exactOptional(),
  when: ruleSchema.exactOptional(),
});

/** What was read or guessed from a pasted table and nobody has confirmed yet. */
export const guess = z.enum(['kind', 'performer', 'hours']);
export type Guess = z.infer<typeof guess>;

/** One row of the table while it is written: anything but its key may still be missing. */
export const draftRow = z.strictObject({
  key: place,
  name: z.string().trim().max(1000),
  kind: z.enum(rowKinds),
  /** Who does it, as the decision words it. */
  performerName: line.exactOptional(),
  performer: draftPerformer.exactOptional(),
  hours: hours.exactOptional(),
  output: z.string().trim().max(500).exactOptional(),
  /** Rows with one label run side by side. */
  together: place.exactOptional(),
  /** Inside a parallel part the rows of one branch; after choices the choice they belong to. */
  branch: place.exactOptional(),
  outcomes: z
    .array(z.enum(['forward', 'back', 'stop', 'supplement', 'opinion', 'transfer']))
    .max(6)
    .exactOptional(),
  preconditions: z
    .array(z.enum(['papers-checked', 'fee-settled', 'result-file', 'opinions-in']))
    .max(4)
    .exactOptional(),
  /** Keys of the steps whose performer may not do this one. */
  notBy: z.array(place).min(1).max(10).exactOptional(),
  coordinators: z.array(draftPerformer).max(10).exactOptional(),
  choices: z.array(choice).max(10).exactOptional(),
  timers: z.array(timer).max(10).exactOptional(),
  wait: z
    .strictObject({
      message: place,
      suspension: z
        .strictObject({ ground: key, status: z.union([z.literal(5), z.literal(6)]) })
        .exactOptional(),
      /** The limit of the one waited for, where the data say it. */
      limit: z.strictObject({ unit: z.enum(dueUnits), amount: z.int().min(1).max(400) }).exactOptional(),
    })
    .exactOptional(),
  citizenText: z.string().trim().max(500).exactOptional(),
  guessed: z.array(guess).max(3).exactOptional(),
});
export type DraftRow = z.infer<typeof draftRow>;

/** Everything a draft says: what it serves and its table. */
export const draftContent = z.strictObject({
  name: z.string().trim().max(300),
  procedures: z.array(z.string().regex(/^\d\.\d{6}$/)).max(50),
  /** Keys of the cases it serves; absent: all. */
  cases: z.array(key).min(1).max(50).exactOptional(),
  rows: z.array(draftRow).max(200),
  source: line.exactOptional(),
});
export type DraftContent = z.infer<typeof draftContent>;
