import type { ReactNode } from 'react';
import { useTexts } from './use-texts.ts';

export interface PageTitleProps {
  readonly title: string;
  /** One sentence beneath the title. */
  readonly lead?: ReactNode;
  /** Where this page hangs: a link back up. */
  readonly back?: { readonly href: string; readonly text: string };
  /** Tags or actions beside the title. */
  readonly children?: ReactNode;
}

/** The one heading of a page, also the window's title. */
export function PageTitle({ title, lead, back, children }: PageTitleProps) {
  const { t } = useTexts();
  return (
    <div className="mc-title">
      <title>{`${title} – ${t('portal.brand')}`}</title>
      {back === undefined ? null : (
        <a className="mc-back mc-no-print" href={back.href}>
          {back.text}
        </a>
      )}
      <div className="mc-row mc-row--apart">
        <h1>{title}</h1>
        {children}
      </div>
      {lead === undefined ? null : <p className="mc-lead">{lead}</p>}
    </div>
  );
}
