import { channelWords, levelWords, serviceLevelWords } from '../../../../modules/catalogue/contract.ts';
import {
  type Column,
  choiceColumn,
  choicesColumn,
  linesColumn,
  numberColumn,
  textColumn,
} from './columns.ts';

const inContent = (key: string) => ({ path: ['content', key] });

/** What a procedure is, apart from its lists: the first part of the form. */
export const headerFields: readonly Column[] = [
  textColumn('name', 'catalogue.part.name', { isRequired: true, long: true }),
  textColumn('shortName', 'catalogue.part.shortName'),
  textColumn('sector', 'catalogue.part.sector', { isRequired: true }),
  textColumn('ministry', 'catalogue.part.ministry'),
  choicesColumn('levels', 'catalogue.part.levels', levelWords, { keepEmpty: true }),
  choiceColumn('serviceLevel', 'catalogue.part.serviceLevel', serviceLevelWords, { isRequired: true }),
  textColumn('agency', 'catalogue.part.competentAgency', {
    path: ['content', 'competentAgency', 'name'],
    long: true,
  }),
  textColumn('coordinatingAgency', 'catalogue.part.coordinatingAgency', inContent('coordinatingAgency')),
  linesColumn('applicants', 'catalogue.part.applicants', { ...inContent('applicants'), keepEmpty: true }),
  choicesColumn('channels', 'catalogue.part.channels', channelWords, {
    ...inContent('channels'),
    keepEmpty: true,
  }),
  numberColumn('dossierSets', 'catalogue.part.dossierSets', {
    ...inContent('dossierSets'),
    least: 1,
    most: 20,
  }),
  numberColumn('supplementRequests', 'catalogue.part.supplementRequests', {
    ...inContent('supplementRequests'),
    most: 5,
  }),
  textColumn('summary', 'catalogue.part.summary', { ...inContent('summary'), long: true }),
  linesColumn('requirements', 'catalogue.part.requirements', {
    ...inContent('requirements'),
    keepEmpty: true,
  }),
  linesColumn('keywords', 'catalogue.part.keywords', { ...inContent('keywords'), keepEmpty: true }),
  linesColumn('sources', 'catalogue.part.sources', { ...inContent('sources'), keepEmpty: true }),
];
