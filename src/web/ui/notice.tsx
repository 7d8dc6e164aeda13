import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './status-tag.tsx';

const icons: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  success: 'check',
  warning: 'alert',
  danger: 'stop',
};

export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  /** Read out when it appears: the outcome of what was just done. */
  readonly announced?: boolean;
}

/** A message that stands out of the page: what was done, what to watch for. */
export function Notice({ tone, title, children, announced = false }: NoticeProps) {
  return (
    <div className="mc-notice" data-tone={tone} role={announced ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      <div className="mc-stack mc-stack--tight">
        {title === undefined ? null : <p className="mc-notice__title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
