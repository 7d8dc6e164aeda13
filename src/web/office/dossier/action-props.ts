import type { Fee } from '../../../modules/catalogue/contract.ts';
import type { AllowedAction, OfficeDossierView, Queue } from '../../../modules/dossiers/contract.ts';
import type { Sent } from './sent.ts';

export interface ActionsProps {
  readonly view: OfficeDossierView;
  /** The published fees, where one must be collected now. */
  readonly fees: readonly Fee[] | undefined;
  readonly queue: Queue | undefined;
  readonly sent: Sent | undefined;
  readonly now: Date;
}

export interface ActionFormProps extends ActionsProps {
  readonly action: AllowedAction;
}
