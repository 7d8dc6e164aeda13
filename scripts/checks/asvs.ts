import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

/** How many controls of levels 1 and 2 each section of ASVS 5.0.0 has; they are numbered from 1 without gaps. */
const controlsOf: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5 },
  ...{ '6.6': 3, '6.8': 4, '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2 },
  ...{ '8.2': 3, '8.3': 1, '8.4': 1, '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11 },
  ...{ '10.5': 5, '10.6': 2, '10.7': 3, '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1 },
  ...{ '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7, '16.1': 1, '16.2': 5 },
  ...{ '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2 },
};

const page = 'docs/security/asvs.md';
const states: ReadonlySet<string> = new Set(['met', 'partly', 'gap', 'operator', '–']);

/**
 * Holds the page of ASVS against the standard and the checkout: each control of levels 1 and 2 has one row, each row says how
 * it stands and why, each file it names exists, each test in quotes stands in the file before it, and the sum is right.
 */
export function checkAsvs(root: string): Problem[] {
  if (!existsSync(join(root, page))) return [`asvs: ${page} is missing`];
  const text = readFileSync(join(root, page), 'utf8');
  const rows = rowsOf(text);
  const told = rows.flatMap(({ controls }) => controls);
  const demanded = Object.entries(controlsOf).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
  );
  return [
    ...demanded.filter((control) => !told.includes(control)).map((control) => `asvs: ${control} has no row`),
    ...told
      .filter((control, at) => told.indexOf(control) !== at || !demanded.includes(control))
      .map((control) => `asvs: ${control} is told twice or is no control of level 2`),
    ...rows.flatMap(({ controls, state, words }) =>
      faultsOf(root, state, words).map((fault) => `asvs: ${controls[0]} ${fault}`),
    ),
    ...(text.includes(sumOf(text)) ? [] : [`asvs: the sum is “${sumOf(text)}”`]),
  ];
}

/** How many controls stand how, as the page says it. */
export function sumOf(text: string): string {
  const rows = rowsOf(text);
  const count = (of: string) =>
    rows.reduce((sum, { controls, state }) => sum + (state === of ? controls.length : 0), 0);
  return `Together: ${[...states].map((state) => `${count(state)} ${state}`).join(', ')}.`;
}

function rowsOf(text: string) {
  const found = text.matchAll(/^\| (\d+\.\d+)\.(\d+)(?:–(\d+))? \| (\S+) \| (.*) \|$/gm);
  return [...found].map(([, section = '', from = '', to = from, state = '', words = '']) => ({
    controls: Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, at) => `${section}.${Number(from) + at}`,
    ),
    state,
    words,
  }));
}

function faultsOf(root: string, state: string, words: string): string[] {
  if (!states.has(state)) return [`is “${state}”, which says nothing`];
  if (words.trim() === '') return ['has no words'];
  const faults: string[] = [];
  let file: string | undefined;
  for (const [, named, test] of words.matchAll(/`([^`]+)`|“([^”]+)”/g)) {
    if (named !== undefined) {
      if (!/^[\w@.-]+(\/[\w@.-]+)+$|^[A-Za-z.-]+\.(md|json)$/.test(named) || named.startsWith('@')) continue;
      file = named;
      if (!existsSync(join(root, named))) faults.push(`names ${named}, which does not exist`);
    } else if (test !== undefined && file?.includes('.test.')) {
      const isThere = existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8').includes(test);
      if (!isThere) faults.push(`names the test “${test}”, which is not in ${file}`);
    }
  }
  if (state === 'operator' && file === undefined) faults.push('names no page that tells the operator');
  return faults;
}
