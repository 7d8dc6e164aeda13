import type { Page } from '../../../kernel/page.ts';
import type { ProcedureBrief } from '../../../modules/catalogue/public.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { browseAddress } from './addresses.ts';
import { ProcedureList } from './procedure-list.tsx';

export interface ShelfPageProps {
  readonly title: string;
  readonly lead: string;
  readonly page: Page<ProcedureBrief>;
  /** Address of the page behind a cursor; without one the first. */
  readonly addressOf: (after?: string) => string;
  readonly isFirst: boolean;
}

/** The procedures of one shelf, the commonest first. */
export function ShelfPage({ title, lead, page, addressOf, isFirst }: ShelfPageProps) {
  const { t, locale } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle title={title} lead={lead} back={{ href: browseAddress(locale), text: t('browse.back') }} />
      <ProcedureList items={page.items} />
      <Pager
        next={page.next === undefined ? undefined : addressOf(page.next)}
        first={isFirst ? undefined : addressOf()}
      />
    </div>
  );
}
