import type { ReactNode } from 'react';

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
}

/** Text that folds out beneath its summary; works without script. */
export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  return (
    <details className="mc-disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="mc-disclosure__body">{children}</div>
    </details>
  );
}
