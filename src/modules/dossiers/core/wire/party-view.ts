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

/** What is right, put beside the answers of a decided dossier at somebody's request. `text` is left out where answers are masked. */
export interface AnswerNoteView {
  readonly at: string;
  readonly text?: string;
}

/** A fact about somebody that was put right at their request, and what it was before. */
export interface PartyChangeView {
  readonly role: PartyView['role'];
  readonly field: 'name' | 'birthDate' | 'phone' | 'email' | 'address';
  readonly at: string;
  readonly before?: string;
}
