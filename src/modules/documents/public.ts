/** The only door of documents: files of people and offices, official letters, the register of results. */

export * from './contract.ts';
export type { FileDescription } from './core/file-description.ts';
export type { LetterData, LetterFormCode } from './core/letter-data.ts';
export type { NewResult, NumberBook, RegisteredResult } from './core/result-register.ts';
export {
  createDocuments,
  type Documents,
  type DocumentsModule,
  type DocumentsNeeds,
  type DocumentsOptions,
} from './module.ts';
export type { FileReaders } from './queries/open-file.ts';
export type { UploadTarget } from './routes/upload-route.ts';
export type { InfectedListener, Scanning } from './store/scanning.ts';
