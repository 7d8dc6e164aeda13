/**
 * One line of a dossier's suspension log, [from, to): `to` is null while it lasts. The legal ground decides the effect:
 * `continue` counts on where it stopped, `restart` counts anew from the resumption, `none` is logged and stops nothing
 * (technical waiting, an outage of the network).
 */
export interface Suspension {
  readonly from: Date;
  readonly to: Date | null;
  readonly effect: 'continue' | 'restart' | 'none';
}
