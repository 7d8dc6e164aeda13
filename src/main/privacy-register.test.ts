import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlainDate, plainDateOf } from '../kernel/plain-date.ts';
import { processingsOn, purposeOf, retentionOf } from '../modules/privacy/public.ts';
import { hasText } from '../texts/translate.ts';
import { loadPrivacyRules } from './reference-data/load-reference-data.ts';
import { parseMasking, parseRegister, parseRetention } from './reference-data/privacy.ts';

/** Names under which a file records readings: every text with a dot inside its `recordRead`, or given to it as `query`. */
function recordedIn(text: string): readonly string[] {
  if (!text.includes('recordRead(')) return [];
  const places = text.match(/(?:const query(?:: string)? =|recordRead\()[^;]*;/g) ?? [];
  const names = places.flatMap((place) => place.match(/['`][a-z]+(?:\.[a-z-]+)+/g) ?? []);
  return [...new Set(names.map((name) => name.slice(1)))];
}

const recording = globSync('src/modules/**/*.ts')
  .filter((path) => !path.includes('.test.') && !path.includes('/testing/'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  .filter(({ text }) => text.includes('recordRead('));
const rules = await loadPrivacyRules('data');
const { register } = rules;
const purposeAt = (query: string) => purposeOf(register, query, today);
const today = plainDateOf(new Date('2026-11-26T09:00:00+07:00'));

describe('the shipped register of processing', () => {
  it('finds the names in the ways the house writes them', () => {
    expect(recordedIn("recordRead(db, ctx, newId, { query: 'a.read', subjectIds });")).toEqual(['a.read']);
    expect(recordedIn("recordRead(db, ctx, newId, {\n query: x ? 'a.one' : 'a.two',\n});")).toEqual([
      'a.one',
      'a.two',
    ]);
    const apart = ['const query = e ? `a.one.', `{q}\` : 'a.two';\nrecordRead(db, { query });`].join('$');
    expect(recordedIn(apart)).toEqual(['a.one', 'a.two']);
  });

  it.each(recording)('knows what $path reads for', ({ text }) => {
    const names = recordedIn(text);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => purposeAt(name) === undefined)).toEqual([]);
  });

  it('says in words what each reading was', () => {
    const names = [...register.reads.keys()].map((name) => name.split('.').slice(0, 2).join('.'));
    expect(names.filter((name) => !hasText(`audit.purpose.${name}`))).toEqual([]);
  });

  it('names no reading that nothing records', () => {
    const recorded = new Set(recording.flatMap(({ text }) => recordedIn(text)));
    const isRecorded = (name: string) => [...recorded].some((each) => `${each}.`.startsWith(`${name}.`));
    expect([...register.reads.keys()].filter((name) => !isRecorded(name))).toEqual([]);
  });

  it('is refused where a role has no row of what it sees whole', () => {
    const masking = readFileSync('data/privacy/masking.csv', 'utf8').replace(/^leader,.*\n/m, '');
    const reasons = { path: 'unmask-reasons.csv', text: 'key,name,source,certainty\n' };
    expect(() => parseMasking({ path: 'masking.csv', text: masking }, reasons, [])).toThrow(
      'no row for leader',
    );
  });

  it('keeps every shipped procedure for a time, by one rule a day', () => {
    expect(retentionOf(rules.retention, '1.001193', today)).toMatchObject({ procedureCode: '1.001193' });
    expect(retentionOf(rules.retention, '9.999999', today)?.years).toBe(20);
    const twice = `${readFileSync('data/privacy/retention.csv', 'utf8')}1.001193,,5,end,thử,2026-06-01,,thử,practice\n`;
    expect(() => parseRetention({ path: 'retention.csv', text: twice })).toThrow('two rules');
  });

  it('stands today with every key once, and is empty before the law', () => {
    const keys = processingsOn(register, today).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('dossier-handling');
    expect(processingsOn(register, parsePlainDate('2025-12-31') ?? today)).toEqual([]);
  });

  it('refuses a reading without its processing, by line', () => {
    const processing = readFileSync('data/privacy/processing.csv', 'utf8');
    const reads = { path: 'reads.csv', text: 'query,processing\na.read,sign-in\na.other,nothing\n' };
    expect(() => parseRegister({ path: 'processing.csv', text: processing }, reads)).toThrow('reads.csv:3');
    const twice = { path: 'reads.csv', text: 'query,processing\na.read,sign-in\na.read,journal\n' };
    expect(() => parseRegister({ path: 'processing.csv', text: processing }, twice)).toThrow('reads.csv:3');
  });
});
