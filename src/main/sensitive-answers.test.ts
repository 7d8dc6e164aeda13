import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FormField, isAnswerField } from '../modules/forms/contract.ts';
import { parseForm } from './reference-data/form-definitions.ts';
import { loadPrivacyRules } from './reference-data/load-reference-data.ts';
import { parseSensitive } from './reference-data/privacy.ts';

const { masking } = await loadPrivacyRules('data');
const named = masking.sensitive.map(({ form, answer }) => `${form}: ${answer}`);

/** Every question of the shipped forms as the list names it, with its words. */
const questions = globSync('data/forms/*.yaml').flatMap((path) => {
  const { code, fields } = parseForm({ path, text: readFileSync(path, 'utf8') });
  const single = fields.filter(isAnswerField).map((field) => questionOf(field, `${code}: `));
  const inRows = fields.flatMap((field) =>
    field.kind === 'repeat' ? field.fields.map((each) => questionOf(each, `${code}: ${field.key}.`)) : [],
  );
  return [...single, ...inRows];
});

function questionOf({ key, kind, label }: FormField, before: string) {
  return { name: `${before}${key}`, kind, label };
}

/** Words of a question that asks for something sensitive; identity numbers and contacts are masked by their kind. */
const telling =
  /dân tộc|ngày, tháng, năm sinh|năm sinh của|nguyên nhân chết|khuyết tật|bệnh|sức khỏe|nghèo|tài khoản|ngân hàng|tôn giáo|án tích|tình trạng hôn nhân|năng lực hành vi|tranh chấp|của trẻ|người là con|được giám hộ/i;
/** Masked by their kind already, or a promise about the whole form. */
const byKind = ['identityNumber', 'phone', 'email', 'address', 'repeat', 'heading'];
const isPromise = (name: string) => name.endsWith(': declares');

describe('the shipped list of sensitive answers', () => {
  it('names questions that the forms ask, each once', () => {
    const asked = new Set(questions.map(({ name }) => name));
    expect(named.filter((name) => !asked.has(name))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('knows every question whose words ask for something sensitive', () => {
    const missing = questions.filter(
      ({ name, kind, label }) =>
        telling.test(label) && !byKind.includes(kind) && !isPromise(name) && !named.includes(name),
    );
    expect(missing.map(({ name, label }) => `${name} (${label})`)).toEqual([]);
  });

  it('rules a day of birth in a form as the same day among the people', () => {
    const days = masking.sensitive.filter(({ kind }) => kind === 'ngày sinh');
    expect(new Set(days.map(({ ruledBy }) => ruledBy))).toEqual(new Set(['birthDate']));
    expect(masking.sensitive.some(({ ruledBy }) => ruledBy === 'sensitive')).toBe(true);
  });

  it('is refused with a kind that has no words', () => {
    const kinds = { path: 'sensitive-kinds.csv', text: 'key,name,ruledBy,source,certainty\n' };
    const answers = {
      path: 'sensitive-answers.csv',
      text: 'form,answer,kind,source,certainty\nkhai-tu,deathCause,health,thử,practice\n',
    };
    expect(() => parseSensitive(answers, kinds)).toThrow('"health" is no key');
  });
});
