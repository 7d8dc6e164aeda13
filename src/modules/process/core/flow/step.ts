import type { Role } from '../../../../kernel/actor.ts';

/** One row of the decision's table: "TT | Nội dung công việc | Người thực hiện | Thời gian (giờ) | Biểu mẫu/Kết quả". */
export interface Step {
  /** Stable within the process, kebab-case, e.g. `tham-dinh`; also the id of its BPMN task. */
  readonly key: string;
  readonly name: string;
  readonly performer: Performer;
  /** Working hours of the step; may be a fraction of whole minutes (0.5); 0 where nothing is due (returning a result). */
  readonly hours: number;
  readonly kind: StepKind;
  /** What the step leaves behind, as the decision names it. */
  readonly output?: string;
  /** Consecutive steps with the same label run side by side and are waited for together. */
  readonly together?: string;
  /** Narrows what the kind allows; see `allowedOutcomes`. */
  readonly outcomes?: readonly Outcome[];
}

export type StepKind = 'intake' | 'work' | 'sign' | 'issue' | 'return';

export type Outcome = 'forward' | 'back' | 'stop';

/** Who performs: a unit by its part in the dossier, and the role its officer must hold there. */
export interface Performer {
  readonly unit: PerformerUnit;
  readonly role: Role;
}

/** `oneStop`: where the dossier was received; `competent`: the resolving agency; a section of it by code. */
export type PerformerUnit = 'oneStop' | 'competent' | { readonly section: string };

const outcomesOf: Readonly<Record<StepKind, readonly Outcome[]>> = {
  intake: ['forward', 'stop'],
  work: ['forward', 'back', 'stop'],
  sign: ['forward', 'back', 'stop'],
  issue: ['forward', 'back'],
  return: ['forward'],
};

/** What the performer of a step may decide. A numbered result has left the agency: nothing goes back or stops after it. */
export function allowedOutcomes(step: Step): readonly Outcome[] {
  return step.outcomes ?? outcomesOf[step.kind];
}
