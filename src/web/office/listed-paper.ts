import type { ComponentView } from '../../modules/dossiers/contract.ts';

/** A paper of the published list as an entry shows it. */
export type ListedPaper = Omit<ComponentView, 'fileIds'>;
