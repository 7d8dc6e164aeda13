import { data } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { formatDate } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { type QrPath, qrPath } from '../../ui/qr-path.ts';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/print.ts';
import { dayOf, procedureAddress } from './addresses.ts';
import { Agency } from './agency.tsx';
import { Fees } from './fees.tsx';
import { loadProcedure } from './load-procedure.ts';
import { Missing } from './missing.tsx';
import { sectorIn, shortNameIn } from './names.ts';
import { Papers } from './papers.tsx';
import { ResultList } from './result-list.tsx';
import { StepList } from './step-list.tsx';
import { TimeLimits } from './time-limits.tsx';
import { VersionLine } from './version-line.tsx';
import { VersionNotice } from './version-notice.tsx';

export const handle: PageHandle = { english: true };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { searchParams } = new URL(request.url);
  const loaded = await loadProcedure(app, params.code, searchParams);
  // The code on the wall leads to what holds on the day it is scanned, whatever day the sheet is of.
  const address = new URL(procedureAddress(app.locale, params.code), app.baseUrl).href;
  const sheet = {
    address,
    qr: qrPath(address),
    printedOn: plainDateOf(app.caller.now),
    agencyName: app.portal.agencyName,
  };
  return data({ ...loaded.data, ...sheet }, loaded.init ?? {});
}

export default function Print({ loaderData }: Route.ComponentProps) {
  const { t, locale } = useTexts();
  if ('missing' in loaderData) return <Missing missing={loaderData.missing} />;
  const { page, search, qr, address, printedOn, agencyName } = loaderData;
  const { version, guide } = page;
  const title = shortNameIn(locale, version);
  return (
    <article className="mc-sheet">
      <title>{`${t('procedure.print.title')}: ${title}`}</title>
      <p className="mc-no-print mc-row mc-row--apart">
        <a href={procedureAddress(locale, version.code, dayOf(search))}>{t('procedure.print.back')}</a>
        <span className="mc-subtle">{t('procedure.print.how')}</span>
      </p>
      <VersionNotice page={page} />
      <header className="mc-sheet__head">
        <div className="mc-stack mc-stack--tight">
          <p className="mc-sheet__agency">{agencyName}</p>
          <h1>{title}</h1>
          <p>
            {t('procedure.code')} {version.code} · {sectorIn(locale, version)}
          </p>
        </div>
        <figure>
          <Qr qr={qr} label={address} />
          <figcaption>{t('procedure.print.scan')}</figcaption>
        </figure>
      </header>
      <h2>{t('procedure.papers.title')}</h2>
      <Papers guide={guide} cases={version.content.cases} sets={version.content.dossierSets} />
      <h2>{t('procedure.time.title')}</h2>
      <TimeLimits times={guide.times} />
      <h2>{t('procedure.fee.title')}</h2>
      <Fees guide={guide} cases={version.content.cases} search={search} isPrinted />
      <h2>{t('procedure.agency.title')}</h2>
      <Agency version={version} />
      <h2>{t('procedure.steps.title')}</h2>
      <StepList told={page.steps} />
      <h2>{t('procedure.results.title')}</h2>
      <ResultList results={version.content.results} />
      <footer className="mc-sheet__foot">
        <p>
          <VersionLine version={version} />
        </p>
        <p>{t('procedure.print.printed', { date: formatDate(printedOn) })}</p>
        <p className="mc-number">{address}</p>
      </footer>
    </article>
  );
}

function Qr({ qr, label }: { readonly qr: QrPath; readonly label: string }) {
  return (
    <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={qr.size} height={qr.size} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}
