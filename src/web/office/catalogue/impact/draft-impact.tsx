import { appContext } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { draftAddress } from '../addresses.ts';
import type { Route } from './+types/draft-impact.ts';
import { Impacts } from './impacts.tsx';

/** What hangs on the procedure that a draft would change. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { draftId } = params;
  return {
    draftId,
    impacts: orErrorPage(await modules.catalogue.queries.impactOf(caller, { of: { draftId } })),
  };
}

export default function DraftImpact({ loaderData: { draftId, impacts } }: Route.ComponentProps) {
  const { t } = useTexts();
  const back = {
    href: draftAddress(draftId),
    text: t('catalogue.impact.of-draft', { code: impacts[0]?.code ?? '' }),
  };
  return (
    <div className="mc-stack">
      <PageTitle title={t('catalogue.impact.title')} lead={t('catalogue.impact.lead')} back={back} />
      <h2 className="mc-visually-hidden">{t('catalogue.office.procedure')}</h2>
      <Impacts impacts={impacts} />
    </div>
  );
}
