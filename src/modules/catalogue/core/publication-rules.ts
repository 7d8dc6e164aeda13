/** How texts come to be published here: data of the installation, not law in code. */
export interface PublicationRules {
  /** Whether who wrote or submitted a text may also approve it. */
  readonly ownApproval: boolean;
}
