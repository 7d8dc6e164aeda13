import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { CopyCode } from '../../ui/copy-code.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Money } from '../../ui/moments.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { acceptedFacts } from '../dossier/done.tsx';
import { fileAddress } from '../dossier/file-address.ts';
import { letterText } from '../dossier/letter-text.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/received.ts';

export const handle: PageHandle = { js: true };

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  return { view: orErrorPage(await modules.dossiers.queries.getOfficeDossier(caller, params.dossierId)) };
}

/** What was just received or settled: the code to tell, the slip to print, and on to the next person. */
export default function Received({ loaderData }: Route.ComponentProps) {
  const { view } = loaderData;
  const { t } = useTexts();
  const isSettled = view.phase === 'returned';
  return (
    <div className="mc-stack">
      <PageTitle
        title={t(isSettled ? 'office.received.settled' : 'office.received.title')}
        lead={view.procedureName}
      />
      <Notice tone="success" announced>
        <p>
          <CopyCode code={view.code} />
        </p>
        {isSettled
          ? view.results.map(({ number, book }) => (
              <p key={number}>{t('office.done.number', { number, book })}</p>
            ))
          : acceptedFacts(view, t).map((fact) => <p key={fact}>{fact}</p>)}
        {view.fee.receipts.map(({ receiptNumber, amount }) => (
          <p key={receiptNumber}>
            {t('office.standing.receipt', { number: receiptNumber })} <Money dong={amount} />
          </p>
        ))}
      </Notice>
      {isSettled ? <p>{t('office.received.no-slip')}</p> : <Slips view={view} />}
      <div className="mc-row">
        <a className="ds-button" data-variant="primary" href="/can-bo/tiep-nhan">
          <Icon name="plus" /> {t('office.received.next')}
        </a>
        <a className="ds-button" data-variant="secondary" href={`/can-bo/tiep-nhan/${view.procedureCode}`}>
          {t('office.received.same')}
        </a>
        <a className="ds-button" data-variant="tertiary" href={`/can-bo/ho-so/${view.dossierId}`}>
          {t('office.received.open')}
        </a>
      </div>
    </div>
  );
}

/** The slips to print; one that is still being made is looked for every second and a half. */
function Slips({ view }: { readonly view: OfficeDossierView }) {
  const { t } = useTexts();
  const { revalidate } = useRevalidator();
  const isWaiting = view.letters.some(({ fileId }) => fileId === undefined);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => void revalidate(), 1500);
    return () => clearInterval(timer);
  }, [isWaiting, revalidate]);
  return (
    <div className="mc-row" aria-live="polite">
      {view.letters.map(({ form, fileId }) =>
        fileId === undefined ? (
          <p key={form}>
            {letterText(form, t)} – {t('office.letters.rendering')}{' '}
            <a href={`/can-bo/tiep-nhan/xong/${view.dossierId}`}>{t('office.dossier.reload')}</a>
          </p>
        ) : (
          <a
            key={form}
            className="ds-button"
            data-variant="primary"
            href={fileAddress(view, 'letters', fileId)}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="paper" /> {t('office.done.print', { name: letterText(form, t) })}
          </a>
        ),
      )}
    </div>
  );
}
