import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hasText } from '../texts/translate.ts';

/** Names under which a file records what is done: those of its commands' frames and of `recordAction`. */
function deedsIn(text: string): readonly string[] {
  const framed = text.match(/\b(?:name|command)(?:: string)?[:=] ?'[a-z]+\.[a-z-]+'/g) ?? [];
  const run = text.match(/\b(?:runCommand|runPeopleCommand|guarded|run)\([^()]*?'[a-z]+\.[a-z-]+'/g) ?? [];
  return [...framed, ...run].map((place) => place.match(/'([^']+)'$/)?.[1] ?? '');
}

it('finds the names in the ways the house writes them', () => {
  expect(deedsIn("const frame = { name: 'a.do-it', input };")).toEqual(['a.do-it']);
  expect(deedsIn("recordAction(tx, ctx, newId, { command: 'a.done', subjectId });")).toEqual(['a.done']);
  expect(deedsIn("return runCommand(\n deps,\n ctx,\n 'a.run',\n input)")).toEqual(['a.run']);
});

it('says in words what each act and each reading in the journal was', () => {
  const deeds = globSync('src/modules/**/commands/**/*.ts')
    .filter((path) => !path.includes('.test.'))
    .flatMap((path) => deedsIn(readFileSync(path, 'utf8')));
  const reads = readFileSync('data/privacy/reads.csv', 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '')
    .filter((name) => name !== '');
  expect(deeds.length).toBeGreaterThan(100);
  const named = (name: string) => name.split('.').slice(0, 2).join('.');
  expect(
    [...new Set([...deeds, ...reads].map(named))].filter((name) => !hasText(`audit.did.${name}`)),
  ).toEqual([]);
});
