import type { ProcedureText } from '../procedure-text.ts';
import type { PublicationRules } from '../publication-rules.ts';
import { casesCover, casesHavePapers, conditionsAreSaid } from './cases.ts';
import type { Finding, LintRule, Surroundings } from './finding.ts';
import { keysHold } from './keys.ts';
import { feesHold, timeLimitsHold } from './limits-and-fees.ts';
import { missingParts } from './required-parts.ts';
import { agencyHolds, canBeWorked, isChecked } from './standing.ts';

const rules: readonly LintRule[] = [
  keysHold,
  casesCover,
  casesHavePapers,
  conditionsAreSaid,
  timeLimitsHold,
  feesHold,
  agencyHolds,
  canBeWorked,
  isChecked,
];

/**
 * Everything that is missing in a text or contradicts itself, its form, process or agency: errors first. The rules of
 * the installation say which parts are demanded and which errors only warn here.
 */
export function lint(
  text: ProcedureText,
  around: Surroundings,
  { requiredParts, warnOnly }: Pick<PublicationRules, 'requiredParts' | 'warnOnly'>,
): readonly Finding[] {
  const found = [
    ...missingParts(
      text.content,
      requiredParts.map(({ part }) => part),
    ),
    ...rules.flatMap((rule) => rule(text, around)),
  ].map((finding): Finding => {
    const [kind = ''] = finding.type.split('.');
    return warnOnly.includes(kind) ? { ...finding, severity: 'warning' } : finding;
  });
  return [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ];
}
