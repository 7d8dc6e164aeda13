/** A unit as screens name it. */
export interface UnitLabel {
  readonly unitId: string;
  readonly name: string;
}

/** One of several that took over from a split unit, with the part it got, in words of the decision. */
export interface SuccessorLabel extends UnitLabel {
  readonly part?: string;
}
