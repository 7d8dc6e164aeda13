import type { ProcedureContent } from './content.ts';

/**
 * The seven parts a published procedure must show (QĐ 766/QĐ-TTg, criterion 1.3; NĐ 63/2010/NĐ-CP, Article 8): which
 * of them are there at all is asked here, whether they are right is the checking's.
 */
export const requiredParts = [
  'steps',
  'channels',
  'components',
  'timeLimits',
  'applicants',
  'competentAgency',
  'results',
] as const;
export type RequiredPart = (typeof requiredParts)[number];

/** The parts that are missing. */
export function missingParts(content: ProcedureContent): readonly RequiredPart[] {
  return requiredParts.filter((part) => {
    if (part !== 'competentAgency') return content[part].length === 0;
    const { rule, name } = content.competentAgency;
    return rule.kind === 'named' && name === undefined;
  });
}
