/** What hangs on one procedure that is about to change. */
export interface Impact {
  readonly code: string;
  readonly name: string;
  /** The version in force today; absent for a new procedure. */
  readonly version?: { readonly versionId: string; readonly number: number };
  /** No text comes after: the procedure only ends, or rests on what another decision put in force. */
  readonly ends: boolean;
  /** Dossiers still on their way under it: they stay on it. */
  readonly openDossiers: number;
  /** The changes as a lawyer writes them; empty where the procedure only ends. */
  readonly changes: readonly string[];
  /** Whether the papers, the fees or the time a citizen reads are among them. */
  readonly touches: { readonly papers: boolean; readonly fees: boolean; readonly times: boolean };
  /** Code of the e-form in force today. */
  readonly form?: string;
  /** Processes running today, by name. */
  readonly processes: readonly string[];
  /** Printed forms and templates its papers name. */
  readonly templates: readonly string[];
  /** Who decides, before and after where that differs. */
  readonly units: readonly string[];
}
