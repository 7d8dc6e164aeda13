import { useTexts } from './use-texts.ts';

export interface ProgressStepsProps {
  /** Steps in order, as people call them. */
  readonly steps: readonly string[];
  /** Index of the step shown. */
  readonly current: number;
}

/** "Bước 2/5" with the name of the step and a bar of all of them. */
export function ProgressSteps({ steps, current }: ProgressStepsProps) {
  const { t } = useTexts();
  return (
    <div className="mc-progress">
      <p>
        <strong>{t('common.progress', { step: current + 1, total: steps.length })}</strong> – {steps[current]}
      </p>
      <ol aria-hidden="true">
        {steps.map((step, index) => (
          <li key={step} data-state={index < current ? 'done' : index === current ? 'current' : 'coming'} />
        ))}
      </ol>
    </div>
  );
}
