import type { CitizenDossierView } from '../../../modules/dossiers/contract.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { WaitNotes } from '../../ui/wait-notes.tsx';
import { lastDay } from './supplement-page.tsx';

/** What the dossier waits for and what its citizen can do about it; nothing when it runs. */
export function Awaited({ dossier }: { readonly dossier: CitizenDossierView }) {
  const { t } = useTexts();
  const { supplement, stopped, waits } = dossier;
  if (stopped !== undefined)
    return (
      <Notice tone="danger" title={t('my-dossiers.expected')}>
        <p>{t('my-dossiers.expect.stopped')}</p>
        <p>{t('my-dossiers.reason', { reason: stopped.reason })}</p>
        <p>{t('my-dossiers.stopped.money', { money: stopped.money })}</p>
      </Notice>
    );
  if (supplement !== undefined)
    return (
      <Notice tone="warning" title={t('supplement.needed', { date: lastDay(supplement) })}>
        <ul>
          {supplement.items.map((item) => (
            <li key={item.key}>
              <strong>{item.name}</strong>: {item.reason}
            </li>
          ))}
        </ul>
        <p>
          <a className="ds-button" data-variant="primary" href={`/ho-so/${dossier.dossierId}/bo-sung`}>
            {t('supplement.begin')}
          </a>
        </p>
      </Notice>
    );
  return <WaitNotes waits={waits} />;
}
