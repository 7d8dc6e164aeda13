import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface EmptyStateProps {
  readonly title: string;
  readonly icon?: IconName;
  /** Why it is empty and what to do next. */
  readonly children?: ReactNode;
}

/** A place with nothing in it yet, said on purpose. */
export function EmptyState({ title, icon = 'inbox', children }: EmptyStateProps) {
  return (
    <div className="mc-empty">
      <span className="mc-empty__icon">
        <Icon name={icon} />
      </span>
      <p className="mc-empty__title">{title}</p>
      {children}
    </div>
  );
}
