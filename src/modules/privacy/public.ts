/** The only door of privacy: what is done with personal data, and what people may ask about theirs. */

export type { DataItem, DataSection } from './contract.ts';
export { basisKind } from './contract.ts';
export type { Deadline } from './core/deadlines.ts';
export {
  hiddenFrom,
  type MaskedField,
  type MaskingRules,
  maskedFields,
  maskText,
  type UnmaskReason,
} from './core/masking.ts';
export type { DataSubject, PersonalDataSource } from './core/personal-data.ts';
export { type Processing, processingsOn, purposeOf, type Register } from './core/processing.ts';
export { type RetentionRule, retentionOf } from './core/retention.ts';
export { createPrivacy, type Privacy } from './module.ts';
