/** The only door of privacy: what is done with personal data, and what people may ask about theirs. */
export { basisKind } from './contract.ts';
export {
  hiddenFrom,
  type MaskedField,
  type MaskingRules,
  maskedFields,
  maskText,
  type UnmaskReason,
} from './core/masking.ts';
export { type Processing, processingsOn, purposeOf, type Register } from './core/processing.ts';
export { createPrivacy, type Privacy } from './module.ts';
