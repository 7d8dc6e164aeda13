import type { ReactNode } from 'react';
import type { AllowedAction, Queue } from '../../../modules/dossiers/contract.ts';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { OnBehalfNote } from './on-behalf-note.tsx';

export interface ActionFormFrameProps {
  readonly action: AllowedAction;
  readonly queue: Queue | undefined;
  /** What it will do, before it does it. */
  readonly effect: ReactNode;
  readonly id?: string;
  /** Words of the button, where the act has a better name than its kind. */
  readonly label?: string;
  /** The dossier as shown, where the act depends on it. */
  readonly expectedVersion?: number;
  readonly children?: ReactNode;
}

/** What moves the dossier on; everything else stands back. */
const mainActs: ReadonlySet<AllowedAction['action']> = new Set([
  'accept',
  'forward',
  'issue',
  'return',
  'receiveSupplement',
  'receiveMessage',
  'answerOpinion',
  'acceptHandOver',
]);

/** The form of one action: sends to the page itself, says before what it will do. */
export function ActionForm(props: ActionFormFrameProps) {
  const { action, queue, effect, id, label, expectedVersion, children } = props;
  const { t } = useTexts();
  const isMain = mainActs.has(action.action);
  return (
    <form method="post" id={id} className="mc-stack mc-stack--snug">
      <RequestId form={`${action.action} ${action.requestId ?? action.taskId}`} />
      <input type="hidden" name="taskId" value={action.taskId} />
      {action.requestId === undefined ? null : (
        <input type="hidden" name="subject" value={action.requestId} />
      )}
      <input type="hidden" name="queue" value={queue ?? ''} />
      {expectedVersion === undefined ? null : (
        <input type="hidden" name="expectedVersion" value={expectedVersion} />
      )}
      {children}
      <OnBehalfNote onBehalf={action.onBehalf} />
      <p className="mc-small mc-subtle">{effect}</p>
      <button
        type="submit"
        name="intent"
        value={action.action}
        className="ds-button"
        data-variant={isMain ? 'primary' : 'secondary'}
      >
        {label ?? t(`office.act.${action.action}`)}
      </button>
    </form>
  );
}
