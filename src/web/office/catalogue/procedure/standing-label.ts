import type { TextKey } from '../../../../texts/catalogue.ts';
import type { Translate } from '../../../../texts/translate.ts';

const labels: Readonly<Record<string, TextKey>> = {
  '/level': 'catalogue.office.service',
  '/from': 'catalogue.standing.from',
  '/department': 'catalogue.standing.department',
  '/reason': 'catalogue.standing.reason',
  '/technicalAnswer': 'catalogue.standing.technical',
  '/legalAnswer': 'catalogue.standing.legal',
  '/reviewOn': 'catalogue.standing.review',
};

/** What the forms of the level of service call a field. */
export function standingLabel(pointer: string, t: Translate): string | undefined {
  const label = labels[pointer];
  return label && t(label);
}
