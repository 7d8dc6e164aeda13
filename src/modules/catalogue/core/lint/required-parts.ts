import type { ProcedureContent } from '../content.ts';
import type { Finding } from './finding.ts';

/**
 * Parts of a procedure's text that a rule may demand. Which ones count (QĐ 766/QĐ-TTg, indicator 1.3 counts seven) is
 * data with its source: `data/catalogue/publication-rules.yaml`.
 */
export const contentParts = [
  'steps',
  'channels',
  'components',
  'dossierSets',
  'timeLimits',
  'applicants',
  'agency',
  'results',
  'fees',
  'forms',
  'requirements',
  'legalBases',
] as const;
export type ContentPart = (typeof contentParts)[number];

const isThere: Readonly<Record<ContentPart, (content: ProcedureContent) => boolean>> = {
  steps: ({ steps }) => steps.length > 0,
  channels: ({ channels }) => channels.length > 0,
  components: ({ components }) => components.length > 0,
  dossierSets: ({ dossierSets }) => dossierSets !== undefined,
  timeLimits: ({ timeLimits }) => timeLimits.some(({ rule, asPublished }) => rule || asPublished),
  applicants: ({ applicants }) => applicants.length > 0,
  agency: ({ competentAgency }) =>
    competentAgency.name !== undefined || competentAgency.rule.kind !== 'named',
  results: ({ results }) => results.length > 0,
  fees: ({ fees }) => fees.some(({ rule, asPublished }) => rule || asPublished),
  forms: ({ components }) => components.some(({ form }) => form),
  requirements: ({ requirements }) => requirements.length > 0,
  legalBases: ({ legalBases }) => legalBases.length > 0,
};

const pointers: Readonly<Record<ContentPart, string>> = {
  steps: '/content/steps',
  channels: '/content/channels',
  components: '/content/components',
  dossierSets: '/content/dossierSets',
  timeLimits: '/content/timeLimits',
  applicants: '/content/applicants',
  agency: '/content/competentAgency',
  results: '/content/results',
  fees: '/content/fees',
  forms: '/content/components',
  requirements: '/content/requirements',
  legalBases: '/content/legalBases',
};

/** The demanded parts that the text lacks. */
export function missingParts(
  content: ProcedureContent,
  demanded: readonly ContentPart[],
): readonly Finding[] {
  return demanded
    .filter((part) => !isThere[part](content))
    .map((part) => ({
      type: `part-missing.${part}`,
      severity: 'error',
      pointer: pointers[part],
    }));
}
