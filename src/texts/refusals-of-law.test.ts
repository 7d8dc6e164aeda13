import { expect, test } from 'vitest';
import { viAreas } from './catalogue.ts';

/** What the law itself forbids, and where it says so: whoever is refused reads the article and what to do instead. */
const ofLaw = {
  'identity.delegation-by-deputy': 'NĐ 30/2020/NĐ-CP, Điều 13',
  'identity.delegation-by-order': 'NĐ 30/2020/NĐ-CP, Điều 13',
  'identity.delegation-to-stranger': 'NĐ 30/2020/NĐ-CP, Điều 13',
  'identity.delegation-not-deputy': 'NĐ 30/2020/NĐ-CP, Điều 13',
  'identity.signing-not-passed-on': 'NĐ 30/2020/NĐ-CP, Điều 13',
  // By the regime of the procedure: the article stands beside the rule, in the data.
  'dossiers.extension-too-long': '{source}',
  'dossiers.extension-used': '{source}',
} as const;

const refusals = new Map(
  Object.entries(viAreas)
    .filter(([area]) => /^refusals/i.test(area))
    .flatMap(([, texts]) => Object.entries<string>(texts)),
);
/** Words by which a sentence says what to do. */
const fix = /\b(?:[Hh]ãy|[Cc]họn|[Tt]ải lại|[Nn]hờ|[Đđ]ề nghị)(?=\s)/u;

test.each(Object.entries(ofLaw))('%s cites its article and names the fix', (type, article) => {
  const sentence = refusals.get(type) ?? '';
  expect(sentence).toContain(article);
  expect(sentence).toMatch(fix);
});

test('a sentence that calls on the law says where in the law', () => {
  const calling = [...refusals].filter(([, sentence]) =>
    /[Pp]háp luật|[Nn]ghị định|NĐ \d|Luật [A-ZĐ]/u.test(sentence),
  );
  expect(calling.filter(([, sentence]) => !/Điều \d|\{source\}/.test(sentence))).toEqual([]);
  expect(calling.map(([type]) => type)).toContain('identity.signing-not-passed-on');
});

test('every refusal of a lent power names the fix', () => {
  const lent = [...refusals].filter(([type]) =>
    /^identity\.(?:delegation|signing|not-passed|passed|deputy)/.test(type),
  );
  expect(lent.length).toBeGreaterThan(10);
  expect(lent.filter(([, sentence]) => !fix.test(sentence)).map(([type]) => type)).toEqual([]);
});
