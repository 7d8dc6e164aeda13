/** A unit as screens name it. */
export interface UnitLabel {
  readonly unitId: string;
  readonly name: string;
}
