import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ReferenceDataError } from './data-fault.ts';
import { parseYaml } from './read-yaml.ts';

const schema = z.strictObject({ name: z.string(), steps: z.array(z.strictObject({ hours: z.number() })) });

function faultsOf(text: string) {
  try {
    parseYaml({ path: 'data/some.yaml', text }, schema);
  } catch (error) {
    if (error instanceof ReferenceDataError) return error.faults.map(({ path, line }) => `${path}:${line}`);
  }
  return [];
}

describe('parseYaml', () => {
  it('gives the value', () => {
    expect(parseYaml({ path: 'x', text: 'name: a\nsteps: [{ hours: 2 }]\n' }, schema)).toEqual({
      name: 'a',
      steps: [{ hours: 2 }],
    });
  });

  it('names the line of a wrong value deep inside', () => {
    expect(faultsOf('name: a\nsteps:\n  - hours: 1\n  - hours: many\n')).toEqual(['data/some.yaml:4']);
  });

  it('reports a missing key at what it is missing from', () => {
    expect(faultsOf('name: a\nsteps:\n  - hours: 1\n  - {}\n')).toEqual(['data/some.yaml:4']);
  });

  it('names the line of broken YAML', () => {
    expect(faultsOf('name: a\nsteps: [\n')).not.toEqual([]);
  });
});
