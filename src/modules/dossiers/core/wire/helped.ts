/** A dossier handed in by a helper. */
export interface HelpedDossier {
  readonly dossierId: string;
  readonly consentId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly submittedAt: string;
  /** It is the caller's own: a helper handed it in for them. */
  readonly isOwn: boolean;
}

/** A draft a helper is filling in. */
export interface HelpedDraft {
  readonly draftId: string;
  readonly consentId: string;
  readonly procedureName: string;
  readonly savedAt: string;
}
