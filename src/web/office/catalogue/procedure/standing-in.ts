import { given, textIn } from '../../typed.ts';

const fields = [
  'stage',
  'level',
  'from',
  'department',
  'reason',
  'technicalAnswer',
  'legalAnswer',
  'reviewOn',
];

/** A value of the level of service as its form sends it; what is left empty is absent, for the command to name. */
export function standingIn(form: FormData, code: string): Readonly<Record<string, string>> {
  const said = given(Object.fromEntries(fields.map((name) => [name, textIn(form, name)])));
  return { ...said, code };
}
