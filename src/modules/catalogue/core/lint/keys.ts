import type { Condition } from '../content.ts';
import type { ProcedureText } from '../procedure-text.ts';
import type { Finding, LintRule } from './finding.ts';

/** Keys told apart, and everything that is named exists: questions, options, cases. */
export const keysHold: LintRule = (text) => [
  ...repeatedKeys(text),
  ...unknownCases(text),
  ...unknownAnswers(text),
];

function repeatedKeys({ content }: ProcedureText): readonly Finding[] {
  return (['questions', 'cases', 'components', 'fees'] as const).flatMap((part) => {
    const keys = content[part].map((entry) => entry.key);
    return keys.flatMap((key, index) =>
      keys.indexOf(key) < index
        ? [
            {
              type: 'key-repeated',
              severity: 'error',
              pointer: `/content/${part}/${index}/key`,
              params: { key },
            } as const,
          ]
        : [],
    );
  });
}

function unknownCases({ content }: ProcedureText): readonly Finding[] {
  const cases = new Set(content.cases.map(({ key }) => key));
  return (['components', 'timeLimits', 'fees'] as const).flatMap((part) =>
    content[part].flatMap((entry, index) =>
      (entry.cases ?? []).flatMap((key, at) =>
        cases.has(key)
          ? []
          : [
              {
                type: 'unknown-case',
                severity: 'error',
                pointer: `/content/${part}/${index}/cases/${at}`,
                params: { key },
              } as const,
            ],
      ),
    ),
  );
}

function unknownAnswers({ content }: ProcedureText): readonly Finding[] {
  const options = new Map(
    content.questions.map(({ key, options }) => [key, new Set(options.map((each) => each.key))]),
  );
  const check = (when: Condition | undefined, pointer: string): readonly Finding[] =>
    (when ?? []).flatMap((part, index) => {
      const known = options.get(part.question);
      const unknown = known ? part.in.find((option) => !known.has(option)) : part.question;
      return unknown === undefined
        ? []
        : [
            {
              type: 'unknown-answer',
              severity: 'error',
              pointer: `${pointer}/${index}`,
              params: { key: unknown },
            } as const,
          ];
    });
  return [
    ...content.cases.flatMap((each, index) => check(each.when, `/content/cases/${index}/when`)),
    ...content.components.flatMap((each, index) =>
      check(each.condition?.when, `/content/components/${index}/condition/when`),
    ),
    ...content.fees.flatMap((fee, index) =>
      (fee.reductions ?? []).flatMap((each, at) =>
        check(each.condition?.when, `/content/fees/${index}/reductions/${at}/condition/when`),
      ),
    ),
  ];
}
