import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { DateTime } from '../../ui/moments.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ReportAnswer, ReportFacts, ReportStanding } from '../../ui/wrong-list/report-told.tsx';
import { procedureAddress } from '../procedures/addresses.ts';
import type { Route } from './+types/sent.ts';

/** What became of a report, for whoever holds its link; `?moi` right after it was sent. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller, baseUrl } = context.get(appContext);
  return {
    report: orErrorPage(await modules.catalogue.wrongLists.byLink(caller, params.token)),
    address: new URL(`/bao-sai/${params.token}`, baseUrl).href,
    isNew: new URL(request.url).searchParams.has('moi'),
  };
}

export default function Sent({ loaderData: { report, address, isNew } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-narrow mc-stack">
      <meta name="robots" content="noindex" />
      <PageTitle
        title={t('wrong-list.sent.title')}
        back={{ href: procedureAddress('vi', report.code), text: t('wrong-list.back') }}
      >
        <ReportStanding report={report} />
      </PageTitle>
      {isNew ? (
        <Notice tone="success" title={t('wrong-list.sent.done')} announced>
          <p>{t('wrong-list.sent.thanks')}</p>
        </Notice>
      ) : null}
      <ReportAnswer report={report} />
      {report.answer === undefined ? (
        <p>
          {t('wrong-list.sent.until')}{' '}
          <strong>
            <DateTime at={new Date(report.dueAt)} />
          </strong>
          . {t('wrong-list.sent.keep')}{' '}
          <span className="mc-break">
            <a href={address}>{address}</a>
          </span>
        </p>
      ) : null}
      <section className="mc-panel mc-stack mc-stack--snug" aria-labelledby="da-bao">
        <h2 id="da-bao">{t('wrong-list.sent.what')}</h2>
        <ReportFacts report={report} />
      </section>
    </div>
  );
}
