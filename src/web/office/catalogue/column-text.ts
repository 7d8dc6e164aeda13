import type { OfficeColumn } from '../../../modules/catalogue/contract.ts';
import type { TextKey } from '../../../texts/catalogue.ts';

/** What each column of the list is called. */
export const columnText: Readonly<Record<OfficeColumn, TextKey>> = {
  sector: 'procedures.filter.sector',
  levels: 'procedures.filter.level',
  service: 'catalogue.office.service',
  state: 'catalogue.office.state',
  lack: 'catalogue.office.lack',
};
