import type { OfficeDossierView, Queue } from '../../../modules/dossiers/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { queueAddress } from '../office-queues.ts';
import { intents } from './dossier-intents.ts';
import { fileAddress } from './file-address.ts';
import { letterText } from './letter-text.ts';

export interface DoneProps {
  readonly view: OfficeDossierView;
  readonly done: string;
  readonly queue: Queue | undefined;
}

/** What was just done, in words, and the way to the next dossier. Nothing for a word that is none of ours. */
export function Done({ view, done, queue }: DoneProps) {
  const { t } = useTexts();
  const intent = intents.find((each) => each === done);
  if (intent === undefined) return null;
  return (
    <Notice tone="success" title={t(`office.done.${intent}`)} announced>
      {factsOf(view, intent, t).map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {intent === 'accept' ? <Receipt view={view} /> : null}
      {queue === undefined || intent === 'takeUp' ? null : (
        <p>
          <a href={`${queueAddress(queue)}?tiep-theo=${view.dossierId}`}>
            {t('office.done.next', { queue: t(`office.queue.${queue}`) })} <Icon name="arrow" />
          </a>
        </p>
      )}
    </Notice>
  );
}

/** The slip to hand over, or word that it is being made. */
function Receipt({ view }: Pick<DoneProps, 'view'>) {
  const { t } = useTexts();
  const receipt = view.letters.findLast(({ form }) => form === 'receipt');
  if (receipt === undefined) return null;
  const name = letterText(receipt.form, t);
  if (receipt.fileId === undefined)
    return (
      <p>
        {t('office.done.rendering', { name })}{' '}
        <a href={`/can-bo/ho-so/${view.dossierId}?xong=accept`}>{t('office.dossier.reload')}</a>
      </p>
    );
  const address = fileAddress(view, 'letters', receipt.fileId);
  if (address === undefined) return null;
  return (
    <p>
      <a href={address} target="_blank" rel="noreferrer">
        {t('office.done.print', { name })}
      </a>
    </p>
  );
}

function factsOf(view: OfficeDossierView, intent: (typeof intents)[number], t: Translate): readonly string[] {
  const open = view.tasks.filter(({ closedAt }) => closedAt === undefined);
  const onward = open.map(({ stepName, unit }) =>
    t('office.done.onward', { step: stepName, unit: unit.name }),
  );
  switch (intent) {
    case 'accept':
      return [...acceptedFacts(view, t), ...onward];
    case 'forward':
    case 'back':
    case 'receiveMessage':
    case 'transfer':
      return onward;
    case 'issue':
      return [
        ...view.results.slice(-1).map(({ number, book }) => t('office.done.number', { number, book })),
        ...onward,
      ];
    case 'return': {
      const handedTo = view.tasks.findLast(({ kind }) => kind === 'return')?.handedTo;
      return handedTo === undefined ? [] : [t('office.steps.handed-to', { name: handedTo })];
    }
    default:
      return [];
  }
}

/** What acceptance promised: serial and time. */
export function acceptedFacts(view: OfficeDossierView, t: Translate): readonly string[] {
  const { registerSerial, registerYear, clock } = view;
  return [
    ...(registerSerial === undefined
      ? []
      : [t('office.done.serial', { serial: registerSerial, year: registerYear ?? '' })]),
    clock.promisedAt === undefined
      ? t('office.done.no-promise')
      : t('office.done.promised', { at: formatDateTime(new Date(clock.promisedAt)) }),
  ];
}
