/** Where a helper begins a dossier of the procedure under the consent. */
export function beginAddress(code: string, consentId: string): string {
  return `/nop/${encodeURIComponent(code)}?cho=${encodeURIComponent(consentId)}`;
}
