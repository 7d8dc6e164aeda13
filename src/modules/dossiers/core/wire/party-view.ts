/** One legal person of a dossier, as far as the viewer may see. */
export interface PartyView {
  readonly role: 'owner' | 'submitter' | 'authorised' | 'helper';
  readonly name: string;
  readonly identityNumber?: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  /** Of an organisation. */
  readonly taxCode?: string;
}
