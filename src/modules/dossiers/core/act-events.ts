/** What is done to a running dossier beside moving it on. */
export type ActEvent =
  | {
      /** Before acceptance: the office's answer to the submission. */
      readonly type: 'dossiers.intakeSupplementRequested';
      readonly payload: SupplementFacts;
    }
  | { readonly type: 'dossiers.supplementRequested'; readonly payload: SupplementFacts }
  | {
      /** An officer tried to ask for what the published list does not have. */
      readonly type: 'dossiers.supplementRefused';
      readonly payload: { readonly taskId: string; readonly unitId: string };
    }
  | {
      readonly type: 'dossiers.supplementAnswered';
      readonly payload: { readonly requestId: string; readonly channel: 'online' | 'counter' };
    }
  | { readonly type: 'dossiers.supplementWithdrawn'; readonly payload: { readonly requestId: string } }
  | { readonly type: 'dossiers.withdrawalRequested'; readonly payload: { readonly requestId: string } }
  | {
      readonly type: 'dossiers.withdrawalClosed';
      readonly payload: { readonly requestId: string; readonly as: 'declined' | 'takenBack' };
    }
  | {
      readonly type: 'dossiers.stopped';
      readonly payload: { readonly ground: string; readonly number: string; readonly unitId: string };
    }
  | {
      readonly type: 'dossiers.waitOpened';
      readonly payload: StepFacts;
    }
  | { readonly type: 'dossiers.messageReceived'; readonly payload: StepFacts & { readonly document: string } }
  | {
      readonly type: 'dossiers.opinionAsked';
      readonly payload: StepFacts & { readonly opinionId: string; readonly kind: 'asked' | 'coordination' };
    }
  | {
      readonly type: 'dossiers.opinionClosed';
      readonly payload: {
        readonly opinionId: string;
        readonly as: 'answered' | 'silence' | 'withdrawn';
        readonly unitId: string;
      };
    }
  | { readonly type: 'dossiers.handOverAccepted'; readonly payload: StepFacts }
  | {
      readonly type: 'dossiers.transferred';
      readonly payload: {
        readonly fromUnitId: string;
        readonly unitId: string;
        readonly stepName: string;
      };
    }
  | {
      /** A fact about somebody was put right at their request; what it was is kept beside the people. */
      readonly type: 'dossiers.factCorrected';
      readonly payload: { readonly field: string; readonly roles: readonly string[] };
    }
  | {
      /** What is right was put beside the answers at somebody's request; what it says is kept with them. */
      readonly type: 'dossiers.answersNoted';
      readonly payload: { readonly noteId: string };
    }
  | {
      /** Malware was found in one of its files; what, and in whose, stands with the file. */
      readonly type: 'dossiers.fileInfected';
      readonly payload: { readonly fileId: string };
    }
  | {
      /** The unit was split: this successor goes on with it. */
      readonly type: 'dossiers.reallocated';
      readonly payload: { readonly fromUnitId: string; readonly unitId: string };
    };

/** Types, not interfaces: payloads are records of facts. */
type SupplementFacts = {
  readonly requestId: string;
  readonly ordinal: number;
  readonly papers: number;
  readonly answerBy: string;
  readonly unitId: string;
};

type StepFacts = {
  readonly taskId: string;
  readonly stepKey: string;
  readonly stepName: string;
  readonly unitId: string;
};
