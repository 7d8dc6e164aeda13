import { type Answers, holds } from '../applies.ts';
import { componentsFor } from '../components-for.ts';
import type { Question } from '../content.ts';
import type { Finding, LintRule } from './finding.ts';

/** More combinations of answers than this are not tried one by one; five questions of six answers are fewer. */
const mostCombinations = 20_000;

/** Whatever is answered leads to exactly one case, where cases are decided by answers. */
export const casesCover: LintRule = ({ content: { cases, questions } }) => {
  const decided = cases.filter((each) => each.when);
  if (cases.length < 2 || decided.length === 0) return [];
  const mixed = decided.length < cases.length;
  const found: Finding[] = mixed
    ? [
        {
          type: 'case-without-condition',
          severity: 'warning',
          pointer: `/content/cases/${cases.findIndex((each) => !each.when)}`,
        },
      ]
    : [];
  let hole: Answers | undefined;
  const overlaps = new Map<string, Finding>();
  for (const answers of combinations(questions)) {
    const fitting = decided.filter((each) => each.when && holds(each.when, answers) === true);
    if (fitting.length === 0 && !mixed) hole ??= answers;
    const [one, other] = fitting;
    if (!one || !other) continue;
    overlaps.set(`${one.key}|${other.key}`, {
      type: 'cases-overlap',
      severity: 'error',
      pointer: `/content/cases/${cases.indexOf(other)}/when`,
      params: { one: one.name, other: other.name, answers: inWords(questions, answers) },
    });
  }
  if (hole)
    found.push({
      type: 'cases-leave-hole',
      severity: 'error',
      pointer: '/content/cases',
      params: { answers: inWords(questions, hole) },
    });
  return [...found, ...overlaps.values()];
};

/** A case somebody can be in asks for papers of its own or of all. */
export const casesHavePapers: LintRule = (text) =>
  text.content.components.length === 0
    ? []
    : text.content.cases.flatMap(({ key, name }, index) =>
        componentsFor(text, key).length > 0
          ? []
          : [
              {
                type: 'case-without-components',
                severity: 'error',
                pointer: `/content/cases/${index}`,
                params: { name },
              } as const,
            ],
      );

/** Papers that sound conditional, and conditional ones nobody can decide. */
export const conditionsAreSaid: LintRule = ({ content }) =>
  content.components.flatMap((component, index): readonly Finding[] => {
    const pointer = `/content/components/${index}`;
    const params = { name: component.name };
    if (component.condition || component.certainty === 'unverified') return [];
    if (component.doubts.includes('conditional-paper'))
      return [{ type: 'conditional-without-condition', severity: 'error', pointer, params }];
    return soundsConditional.test(component.name)
      ? [{ type: 'conditional-without-condition', severity: 'warning', pointer, params }]
      : [];
  });

const soundsConditional = /(^|[\s(;,])(trong trường hợp|đối với trường hợp|trường hợp|nếu có|nếu)[\s)]/iu;

function combinations(questions: readonly Question[]): readonly Answers[] {
  const count = questions.reduce((product, { options }) => product * options.length, 1);
  if (count > mostCombinations) return [];
  return questions.reduce<readonly Answers[]>(
    (found, { key, options }) =>
      found.flatMap((answers) => options.map((option) => ({ ...answers, [key]: option.key }))),
    [{}],
  );
}

function inWords(questions: readonly Question[], answers: Answers): string {
  return questions
    .map(
      ({ key, text, options }) =>
        `${text} ${options.find((option) => option.key === answers[key])?.text ?? ''}`,
    )
    .join(' ');
}
