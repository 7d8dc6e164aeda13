import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from '../platform/embedded/data-home.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { functionsOf } from './testing/functions-of.ts';
import { actNames } from './testing/matrix/acts.ts';
import { consentThings } from './testing/matrix/consent-things.ts';
import { decidedThings } from './testing/matrix/decided-things.ts';
import { draftThings } from './testing/matrix/draft-things.ts';
import { importThings } from './testing/matrix/import-things.ts';
import { kept } from './testing/matrix/kept-things.ts';
import { mergeThings } from './testing/matrix/merge-things.ts';
import { officeThings } from './testing/matrix/office-things.ts';
import { peopleThings } from './testing/matrix/people-things.ts';
import { privacyThings } from './testing/matrix/privacy-things.ts';
import { provinceThings } from './testing/matrix/province-things.ts';
import { signInThings } from './testing/matrix/sign-in-things.ts';
import { type Areas, elsewhere, stateless } from './testing/matrix/stateless.ts';
import type { Thing } from './testing/matrix/things.ts';
import { useThings } from './testing/matrix/things-world.ts';
import { workThings } from './testing/matrix/work-things.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

const everything = [
  kept,
  officeThings,
  draftThings,
  decidedThings,
  privacyThings,
  consentThings,
  mergeThings,
  peopleThings,
  importThings,
  workThings,
  signInThings,
  provinceThings,
];

/**
 * What stands in a state in the other modules, and drafts of dossiers: every command about it × everybody × every state. Each is
 * brought to its state once, each answer undone; what is expected follows from the permission file and whose the thing is.
 */
describe('acts on what is kept in states', () => {
  const test = useTestDatabase();
  const seeded = useSeededProduct(test);
  const { wrongCells } = useThings(test, seeded);

  const cells = Object.entries({ ...kept, ...officeThings, ...draftThings }).flatMap(([name, thing]) =>
    thing.states.map((state) => [name, state, thing] as const),
  );

  it.each(cells)('%s that is %s', async (_, state, thing) => {
    expect(await wrongCells(thing, state)).toEqual([]);
  });

  it('has every function in a matrix, or says why it has no state', () => {
    const all = functionsOf(seeded.product.modules);
    const ofThings = everything.flatMap((things) =>
      Object.values<Thing>(things).flatMap(({ of, acts }) =>
        Object.keys(acts).map((act) => `${of}.${act.replace(/ .*/, '')}`),
      ),
    );
    const ofDossiers = [
      ...[...actNames, 'bulk'].map((act) => `dossiers.commands.${act}`),
      'dossiers.queries.getOfficeDossier',
      'dossiers.queries.explainAccess',
    ];
    const asked = new Set([...ofThings, ...ofDossiers]);
    const rest = [stateless, elsewhere].flatMap(Object.values<Areas>).flatMap(namesIn);
    const named = [...asked, ...rest].sort();
    expect(named.filter((name, at) => named.indexOf(name) < at)).toEqual([]);
    expect(named).toEqual([...all].sort());
  });

  it.each(Object.entries(elsewhere))('%s calls what it stands for', async (file, areas) => {
    const text = await readFile(join(checkout, file), 'utf8');
    const called = (name: string) => new RegExp(`\\b${name.replace(/.*\./, '')}\\b`).test(text);
    expect(namesIn(areas).filter((name) => !called(name))).toEqual([]);
  });

  it('sees somebody who is let in, and somebody who is kept out', async () => {
    const leaky = { ...kept.delegation, as: { stranger: 'chair', chair: 'stranger' } } as const;
    expect(await wrongCells(leaky, 'running')).toEqual([
      'end by chair: may, not identity.delegation-not-found',
      'end by stranger: identity.delegation-not-found, not may',
    ]);
  });

  it('sees a refusal for another reason than the state', async () => {
    const { delegation } = kept;
    const { accept } = delegation.acts;
    if (!accept) throw new Error('nothing to accept');
    const misread = { ...delegation, acts: { accept: { ...accept, not: 'identity.delegation-closed' } } };
    expect(await wrongCells(misread, 'declined')).toEqual([
      'accept by chief: identity.delegation-closed, not identity.delegation-not-offered',
    ]);
    const unnamed = { ...delegation, no: { running: 'identity.delegation-not-found' } };
    expect(await wrongCells(unnamed, 'ended')).toContain(
      'end by anonymous: a refusal that its row does not name, not identity.delegation-not-found',
    );
  });
});

function namesIn(areas: Areas): readonly string[] {
  return Object.entries(areas).flatMap(([area, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => `${area}.${name}`),
  );
}
