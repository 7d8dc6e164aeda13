/** The only door of privacy: what is done with personal data, and what people may ask about theirs. */

export type { DataItem, DataSection, KeptKind } from './contract.ts';
export { basisKind, correctedFields, keptKinds } from './contract.ts';
export type { CorrectedElsewhere } from './core/corrected-elsewhere.ts';
export { type Deadline, deadlineRights } from './core/deadlines.ts';
export {
  hiddenAnswers,
  hiddenFrom,
  hidesWords,
  type MaskedField,
  type MaskingRules,
  maskedFields,
  maskText,
  type SensitiveAnswer,
  type UnmaskReason,
} from './core/masking.ts';
export type { DataSubject, PersonalDataSource } from './core/personal-data.ts';
export { type Processing, processingsOn, purposeOf, type Register } from './core/processing.ts';
export { type RetentionRule, retentionOf } from './core/retention.ts';
export { createPrivacy, type Privacy } from './module.ts';
export type { CorrectContact, DossierFacts } from './store/corrected-facts.ts';
export type {
  EndedAfter,
  EndedDossier,
  ErasedWith,
  ForgetExpired,
  KeptDossiers,
} from './store/kept-dossiers.ts';
