import type { ReactNode } from 'react';
import { DateTime } from './moments.tsx';
import { useTexts } from './use-texts.ts';

export interface TimelineItem {
  readonly key: string;
  readonly title: ReactNode;
  readonly state: 'done' | 'current' | 'coming';
  readonly at?: Date | undefined;
  /** Office or person, in plain words. */
  readonly by?: ReactNode | undefined;
  readonly children?: ReactNode;
}

/** What happened, where it is now, what comes: top to bottom in order of time. */
export function Timeline({
  items,
  label,
}: {
  readonly items: readonly TimelineItem[];
  readonly label: string;
}) {
  const { t } = useTexts();
  return (
    <ol className="mc-timeline" aria-label={label}>
      {items.map((item) => (
        <li
          key={item.key}
          data-state={item.state}
          aria-current={item.state === 'current' ? 'step' : undefined}
        >
          <p className="mc-timeline__title">
            {item.title}
            <span className="mc-visually-hidden"> ({t(`common.state.${item.state}`)})</span>
          </p>
          <p className="mc-timeline__facts">
            {item.at === undefined ? null : <DateTime at={item.at} />}
            {item.by === undefined ? null : <span>{item.by}</span>}
          </p>
          {item.children}
        </li>
      ))}
    </ol>
  );
}
