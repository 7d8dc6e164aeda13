import { expect, it } from 'vitest';
import type { OfficerActor, Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { MaskingRules } from '../../privacy/public.ts';
import { closedFiles } from './closed-files.ts';

const clear = {
  identityNumber: 'working',
  birthDate: 'working',
  phone: 'working',
  email: 'working',
  address: 'working',
  sensitive: 'working',
} as const;
const rules: MaskingRules = {
  roles: new Map<Role, typeof clear | (Omit<typeof clear, 'phone'> & { readonly phone: 'never' })>([
    ['specialist', clear],
    ['leader', { ...clear, phone: 'never' }],
  ]),
  sensitive: [],
  reasons: [],
};
const actor: OfficerActor = {
  kind: 'officer',
  accountId: 'mine' as Id<'account'>,
  personId: 'p' as Id<'person'>,
  posts: [],
  grants: [],
};
const now = new Date('2026-11-26T15:00:00+07:00');
const ended = (closed_by: string, at: string) => [{ closed_by, closed_at: new Date(at) }];
const closed = (working: readonly Role[], steps: ReturnType<typeof ended> = []) =>
  Object.entries(closedFiles(rules, working, actor, steps, now))
    .flatMap(([kind, isClosed]) => (isClosed ? [kind] : []))
    .join();

it.each<readonly [string, readonly Role[], ReturnType<typeof ended>, string]>([
  ['nothing in hand', [], [], 'papers,letters,results'],
  ['a step for which everything is clear', ['specialist'], [], ''],
  ['a step for which a contact stays masked', ['leader'], [], 'letters'],
  ['own step done today', [], ended('mine', '2026-11-26T08:00:00+07:00'), 'papers'],
  ['own step done yesterday', [], ended('mine', '2026-11-25T23:59:00+07:00'), 'papers,letters,results'],
  ['somebody else’s done today', [], ended('other', '2026-11-26T08:00:00+07:00'), 'papers,letters,results'],
])('with %s', (_, working, steps, expected) => {
  expect(closed(working, steps)).toBe(expected);
});
