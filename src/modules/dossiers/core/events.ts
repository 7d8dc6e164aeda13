import type { ActEvent } from './act-events.ts';

/** What happened to a dossier. Payloads hold ids and facts only: never names, numbers of people or answers. */
export type DossierEvent =
  | ActEvent
  | {
      readonly type: 'dossiers.submitted';
      /** `helper`: handed in by somebody whom the citizen let do it. */
      readonly payload: { readonly channel: string; readonly helper?: true };
    }
  | {
      readonly type: 'dossiers.accepted';
      readonly payload: { readonly promisedAt: string | null };
    }
  | { readonly type: 'dossiers.intakeRefused'; readonly payload: Readonly<Record<string, never>> }
  | {
      readonly type: 'dossiers.feeCollected';
      readonly payload: { readonly amount: number; readonly receiptNumber: string };
    }
  | {
      readonly type: 'dossiers.stepOpened';
      readonly payload: {
        readonly taskId: string;
        readonly stepKey: string;
        readonly stepName: string;
        readonly unitId: string;
        /** The account that gets it by the step's rule; absent for the group. */
        readonly assignedTo?: string;
      };
    }
  | {
      /** Given to a person: by the head, when somebody leaves. Why is kept beside the task, not here. */
      readonly type: 'dossiers.stepAssigned';
      readonly payload: {
        readonly taskId: string;
        readonly stepKey: string;
        readonly stepName: string;
        readonly how: string;
        readonly toAccount: string;
      };
    }
  | {
      /** Given back to the group. */
      readonly type: 'dossiers.stepReleased';
      readonly payload: {
        readonly taskId: string;
        readonly stepKey: string;
        readonly stepName: string;
        readonly how: string;
      };
    }
  | {
      readonly type: 'dossiers.stepTakenUp';
      readonly payload: { readonly taskId: string; readonly stepKey: string; readonly stepName: string };
    }
  | {
      readonly type: 'dossiers.stepCompleted';
      readonly payload: {
        readonly taskId: string;
        readonly stepKey: string;
        readonly stepName: string;
        readonly kind: string;
        readonly outcome: string;
        readonly unitId: string;
        /** The account whose work a substitute did. */
        readonly actsFor?: string;
      };
    }
  | {
      readonly type: 'dossiers.resultScanned';
      readonly payload: { readonly taskId: string; readonly fileIds: readonly string[] };
    }
  | {
      readonly type: 'dossiers.letterIssued';
      readonly payload: { readonly letterId: string; readonly form: string; readonly fileId: string };
    }
  | {
      readonly type: 'dossiers.completed';
      readonly payload: {
        readonly resultId: string;
        readonly typeCode: string;
        readonly number: string;
        readonly onTime: boolean | null;
      };
    }
  | {
      /** One of the other procedures that it carries went on. */
      readonly type: 'dossiers.partChanged';
      readonly payload: { readonly part: string; readonly as: string; readonly number?: string };
    }
  | {
      readonly type: 'dossiers.papersScanned';
      readonly payload: { readonly componentKey: string; readonly fileIds: readonly string[] };
    }
  | {
      /** What is to travel by the public post. */
      readonly type: 'dossiers.postChosen';
      readonly payload: { readonly travels: 'papers' | 'result' | 'both' };
    }
  | { readonly type: 'dossiers.papersCameByPost'; readonly payload: { readonly trackingNumber: string } }
  | { readonly type: 'dossiers.handedToPost'; readonly payload: { readonly trackingNumber: string } }
  | {
      readonly type: 'dossiers.suspended';
      readonly payload: {
        readonly suspensionId: string;
        readonly ground: string;
        readonly groundName: string;
        readonly effect: string;
        readonly status: number | null;
      };
    }
  | {
      readonly type: 'dossiers.promised';
      readonly payload: {
        readonly seq: number;
        readonly kind: 'extension' | 'apology';
        readonly promisedAt: string;
        readonly late: boolean;
      };
    }
  | {
      readonly type: 'dossiers.timerFired';
      readonly payload: {
        readonly taskId: string;
        readonly stepKey: string;
        readonly stepName: string;
        readonly unitId: string;
        readonly timer: string;
        readonly kind: 'warn' | 'escalate' | 'proceed';
      };
    }
  | {
      readonly type: 'dossiers.resumed';
      readonly payload: {
        readonly suspensionId: string;
        readonly ground: string;
        readonly groundName: string;
      };
    }
  | { readonly type: 'dossiers.returned'; readonly payload: Readonly<Record<string, never>> }
  | {
      /** Its owner was told that what is kept of it is erased from that day on. */
      readonly type: 'dossiers.erasingAnnounced';
      readonly payload: { readonly dueOn: string };
    }
  | { readonly type: 'dossiers.erased'; readonly payload: { readonly kinds: readonly string[] } };

export type DossierEventType = DossierEvent['type'];
