import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** What a status asks of the reader; a colour never says it alone. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const icons: Record<Tone, IconName> = {
  neutral: 'paper',
  info: 'info',
  success: 'check',
  warning: 'clock',
  danger: 'alert',
};

export interface StatusTagProps {
  readonly tone: Tone;
  readonly icon?: IconName;
  /** The word of the status. */
  readonly children: ReactNode;
}

/** A status as icon and word. */
export function StatusTag({ tone, icon = icons[tone], children }: StatusTagProps) {
  return (
    <span className="mc-tag" data-tone={tone}>
      <Icon name={icon} /> {children}
    </span>
  );
}
