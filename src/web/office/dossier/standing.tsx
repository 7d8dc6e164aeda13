import type { ReactNode } from 'react';
import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { type Definition, DefinitionList } from '../../ui/definition-list.tsx';
import { DateTime, Money } from '../../ui/moments.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { fileAddress } from './file-address.ts';
import { letterText } from './letter-text.ts';

/** Where the dossier stands: who holds it, when it came, fee, letters, results. */
export function Standing({ view }: { readonly view: OfficeDossierView }) {
  const { t } = useTexts();
  const { fee } = view;
  return (
    <>
      <section className="mc-panel mc-panel--tinted mc-stack mc-stack--snug" aria-labelledby="thoi-han">
        <h2 id="thoi-han">{t('office.standing.title')}</h2>
        <DefinitionList items={standingFacts(view, t)} />
      </section>
      <section className="mc-panel mc-panel--tinted mc-stack mc-stack--snug" aria-labelledby="phi">
        <h2 id="phi">{t('procedure.fee.title')}</h2>
        <p>{feeText(view, t)}</p>
        {fee.receipts.map((receipt) => (
          <p key={receipt.receiptNumber} className="mc-small">
            {t('office.standing.receipt', { number: receipt.receiptNumber })} <Money dong={receipt.amount} />
            {', '}
            <DateTime at={new Date(receipt.collectedAt)} />
          </p>
        ))}
      </section>
      <Letters view={view} />
      <Results view={view} />
    </>
  );
}

function standingFacts(view: OfficeDossierView, t: Translate): readonly Definition[] {
  const { clock, tasks } = view;
  const open = tasks.filter(
    ({ closedAt, kind }) => closedAt === undefined && kind !== 'wait' && kind !== 'opinion',
  );
  return [
    ...open.map((task) => ({
      term: t('office.standing.step'),
      value: (
        <>
          {task.stepName}
          <br />
          <span className="mc-subtle">
            {task.unit.name} – {task.takenUpBy ?? t('office.queue.no-taker')}
          </span>
        </>
      ),
    })),
    ...(view.phase === 'submitted' && view.answerDueAt !== undefined
      ? [{ term: t('office.standing.answer-due'), value: <DateTime at={new Date(view.answerDueAt)} /> }]
      : []),
    ...(view.refusalReason === undefined
      ? []
      : [{ term: t('office.standing.refused'), value: view.refusalReason }]),
    ...(clock.receivedAt === undefined
      ? []
      : [{ term: t('office.standing.received'), value: <DateTime at={new Date(clock.receivedAt)} /> }]),
    ...(view.registerSerial === undefined
      ? []
      : [{ term: t('office.standing.serial'), value: `${view.registerSerial}/${view.registerYear ?? ''}` }]),
    ...(view.essentialBy === undefined
      ? []
      : [
          {
            term: t('office.standing.essential'),
            value: t('office.standing.essential-by', { source: view.essentialBy }),
          },
        ]),
    { term: t('office.standing.received-by'), value: view.received.name },
    { term: t('office.standing.competent'), value: view.competent.name },
    { term: t('office.standing.return-at'), value: view.returnAt.name },
  ];
}

function feeText({ fee }: OfficeDossierView, t: Translate) {
  if (fee.total === 0) return t('procedure.fee.free');
  if (fee.lines.length === 0) return t('procedure.fee.none');
  if (fee.total === undefined) return t('office.fee.unknown.body');
  if (fee.units.length > 0 && fee.receipts.length > 0) return t('office.fee.by-quantity');
  return (
    <>
      {fee.units.length > 0 ? t('office.fee.from') : t('office.fee.due')} <Money dong={fee.total} />
    </>
  );
}

function Letters({ view }: { readonly view: OfficeDossierView }) {
  const { t } = useTexts();
  if (view.letters.length === 0) return null;
  return (
    <section className="mc-panel mc-panel--tinted mc-stack mc-stack--snug" aria-labelledby="van-ban">
      <h2 id="van-ban">{t('office.letters.title')}</h2>
      <ul className="mc-plain">
        {view.letters.map(({ form, requestedAt, fileId }) => (
          <li key={`${form} ${requestedAt}`}>
            {fileId === undefined ? (
              <>
                {letterText(form, t)} – <em>{t('office.letters.rendering')}</em>{' '}
                <a href={`/can-bo/ho-so/${view.dossierId}`}>{t('office.dossier.reload')}</a>
              </>
            ) : (
              <Opened address={fileAddress(view, 'letters', fileId)}>{letterText(form, t)} (PDF)</Opened>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A link into a window of its own; text alone while the file is closed to the reader. */
function Opened({
  address,
  children,
}: {
  readonly address: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  if (address === undefined)
    return (
      <span className="mc-subtle">
        {children} – {t('office.papers.closed')}
      </span>
    );
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

function Results({ view }: { readonly view: OfficeDossierView }) {
  const { t } = useTexts();
  if (view.results.length === 0) return null;
  return (
    <section className="mc-panel mc-panel--gold mc-stack mc-stack--snug" aria-labelledby="ket-qua">
      <h2 id="ket-qua">{t('office.results.title')}</h2>
      {view.results.map((result) => (
        <div key={`${result.book} ${result.number}`}>
          <p>
            <strong>{result.name}</strong>
          </p>
          <p>
            {t('office.results.line', {
              number: result.number,
              book: result.book,
              on: result.issuedOn.split('-').reverse().join('/'),
            })}
          </p>
          {result.fileId === undefined ? null : (
            <Opened address={fileAddress(view, 'results', result.fileId)}>{t('office.results.scan')}</Opened>
          )}
        </div>
      ))}
    </section>
  );
}
