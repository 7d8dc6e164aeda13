import type { OfficeDossierView, OpinionView, SupplementView } from '../../../modules/dossiers/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { DateTime } from '../../ui/moments.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { FileLink } from './file-link.tsx';

/** What the dossier waits for, what was asked and answered besides its steps, and how it was stopped. */
export function OpenActs({ view }: { readonly view: OfficeDossierView }) {
  const { t } = useTexts();
  const { waits, withdrawal, stopped, supplements, opinions } = view;
  return (
    <>
      {waits.map((wait) => (
        <Notice key={wait.taskId} tone="warning" title={t('office.wait.title', { name: wait.name })}>
          <p>
            {t('office.wait.since')} <DateTime at={new Date(wait.since)} />
            {wait.dueAt === undefined ? null : (
              <>
                . {t(wait.overdue ? 'office.wait.overdue' : 'office.wait.due')}{' '}
                <DateTime at={new Date(wait.dueAt)} />
              </>
            )}
            .
          </p>
          <p>{t('office.wait.next')}</p>
        </Notice>
      ))}
      {withdrawal === undefined || withdrawal.closedAs !== undefined ? null : (
        <Notice tone="warning" title={t('office.withdrawal.title')}>
          <p>{t('office.withdrawal.reason', { reason: withdrawal.reason })}</p>
        </Notice>
      )}
      {stopped === undefined ? null : (
        <Notice tone="danger" title={t('office.stopped.title', { number: stopped.number })}>
          <p>{t('office.stopped.reason', { reason: stopped.reason })}</p>
          <p>{t('office.stopped.money', { money: stopped.money })}</p>
        </Notice>
      )}
      {supplements.map((asked) => (
        <Supplement key={asked.requestId} asked={asked} />
      ))}
      {opinions.length === 0 ? null : (
        <section className="mc-panel mc-panel--tinted mc-stack mc-stack--snug" aria-labelledby="y-kien">
          <h2 id="y-kien">{t('office.opinions.title')}</h2>
          {opinions.map((opinion) => (
            <Opinion key={opinion.opinionId} opinion={opinion} view={view} />
          ))}
        </section>
      )}
    </>
  );
}

function Supplement({ asked }: { readonly asked: SupplementView }) {
  const { t } = useTexts();
  const isOpen = asked.closedAs === undefined;
  return (
    <section className="mc-panel mc-panel--tinted mc-stack mc-stack--snug">
      <h2>{t('office.supplement.title', { ordinal: asked.ordinal })}</h2>
      <StatusTag tone={isOpen ? 'warning' : 'neutral'}>
        {t(`office.supplement.state.${asked.closedAs ?? 'open'}`)}
      </StatusTag>
      <p className="mc-small">
        {t('office.supplement.by', { date: formatDate(asked.answerBy) })}{' '}
        {t(asked.seenAt === undefined ? 'office.supplement.unseen' : 'office.supplement.seen')}
      </p>
      <ul>
        {asked.items.map((item) => (
          <li key={item.key}>
            <strong>{item.name}</strong>: {item.reason}
          </li>
        ))}
      </ul>
      {asked.answerNote === undefined ? null : (
        <p>{t('office.supplement.note', { note: asked.answerNote })}</p>
      )}
    </section>
  );
}

const tones: Readonly<Record<OpinionView['state'], Tone>> = {
  open: 'info',
  overdue: 'danger',
  answered: 'success',
  silence: 'success',
  withdrawn: 'neutral',
};

function Opinion(props: { readonly opinion: OpinionView; readonly view: OfficeDossierView }) {
  const { opinion, view } = props;
  const { files } = view;
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--tight">
      <p>
        <strong>{opinion.unit.name}</strong>{' '}
        <StatusTag tone={tones[opinion.state]}>{t(`office.opinion.state.${opinion.state}`)}</StatusTag>
      </p>
      <p className="mc-small">
        {opinion.question} – {t('office.opinion.due')} <DateTime at={new Date(opinion.dueAt)} />
        {opinion.silenceConsents ? ` (${t('office.opinion.silence')})` : ''}
      </p>
      {opinion.verdict === undefined ? null : (
        <p>
          <strong>{t(`office.verdict.${opinion.verdict}`)}.</strong> {opinion.answer}
          {opinion.document === undefined ? '' : ` (${opinion.document})`}
        </p>
      )}
      {files
        .filter(({ fileId }) => opinion.fileIds.includes(fileId))
        .map((file) => (
          <FileLink key={file.fileId} file={file} view={view} />
        ))}
    </div>
  );
}
