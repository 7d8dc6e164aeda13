import type { FormPage } from '../../../modules/forms/contract.ts';

/** One step of filing a draft: a page of the form, then the papers, then the review. */
export interface DraftStep {
  readonly key: string;
  readonly label: string;
  readonly href: string;
}

/** Texts of the steps that forms end with; `return` only where there is something to choose. */
export interface StepTexts {
  readonly papers: string;
  readonly return?: string;
  readonly review: string;
}

/** Key of the step that asks how the result comes home. */
export const returnStep = 'nhan-ket-qua';

/** The steps in order, with their addresses. */
export function draftSteps(
  draftId: string,
  pages: readonly FormPage[],
  texts: StepTexts,
): readonly DraftStep[] {
  const base = `/ban-khai/${draftId}`;
  return [
    ...pages.map(({ section }) => ({
      key: section.key,
      label: section.label,
      href: `${base}?buoc=${section.key}`,
    })),
    { key: 'giay-to', label: texts.papers, href: `${base}/giay-to` },
    ...(texts.return === undefined
      ? []
      : [{ key: returnStep, label: texts.return, href: `${base}/${returnStep}` }]),
    { key: 'kiem-tra', label: texts.review, href: `${base}/kiem-tra` },
  ];
}

/** The address after the step; the last one stays. */
export function addressAfter(steps: readonly DraftStep[], key: string): string {
  const index = steps.findIndex((step) => step.key === key);
  return steps[index + 1]?.href ?? steps[index]?.href ?? '/ho-so';
}
