import { z } from 'zod';
import { roles } from '../../../../kernel/actor.ts';
import { dayInput } from '../../../../kernel/day-input.ts';
import { loginShape } from './login.ts';

const nfc = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ');
const line = (most: number) => z.string().trim().min(1).max(most).transform(nfc);
/** An empty box of a form is nothing said. */
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape.optional());

export const phoneShape = z
  .string()
  .trim()
  .regex(/^[+0-9][0-9 .]{7,19}$/);
export const emailShape = z.email().max(120);

const personShape = { name: line(120), phone: optional(phoneShape), email: optional(emailShape) };

/** `Phó Chủ tịch`, with the lines above the name on what it signs. */
const titleShape = {
  title: line(120),
  signatureLines: z.array(line(120)).max(4).default([]),
};

const postShape = {
  /** Key of the unit, or its name. */
  unit: line(300),
  role: z.enum(roles),
  ...titleShape,
  from: dayInput,
  /** Last day it is held; left out, until further notice. */
  lastOn: optional(dayInput),
};

export const postInput = z.strictObject(postShape);

const reason = line(500);

export const settleImportInput = z.strictObject({
  importId: z.uuid(),
  /** `rest`: the rows that are right go in. `whole`: only if nothing is wrong. `nothing`: laid aside. */
  choice: z.enum(['rest', 'whole', 'nothing']),
});

export const openAccountInput = z.strictObject({ ...personShape, login: loginShape, post: postInput });
export const changePersonInput = z.strictObject({ accountId: z.uuid(), ...personShape });
export const closeAccountInput = z.strictObject({ accountId: z.uuid(), reason });
export const givePostInput = z.strictObject({ accountId: z.uuid(), ...postShape });
export const changePostInput = z.strictObject({
  accountId: z.uuid(),
  postId: z.uuid(),
  ...titleShape,
  lastOn: optional(dayInput),
  reason,
});
export const endPostInput = z.strictObject({
  accountId: z.uuid(),
  postId: z.uuid(),
  lastOn: dayInput,
  reason,
});
export const transferInput = z.strictObject({
  accountId: z.uuid(),
  postId: z.uuid(),
  ...postShape,
  reason,
});
export const sessionsInput = z.strictObject({ accountId: z.uuid(), sessionId: optional(z.uuid()), reason });
export const accountInput = z.strictObject({ accountId: z.uuid() });
export const resetInput = z.strictObject({ accountId: z.uuid(), reason });
export const decideResetInput = z.strictObject({
  resetId: z.uuid(),
  decision: z.enum(['confirm', 'decline']),
});
