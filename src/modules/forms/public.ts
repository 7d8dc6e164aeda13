/** The only door of forms: definitions, their versions in force, and answers. */

export type { FormLoadOutcome } from './commands/load-form-versions.ts';
export * from './contract.ts';
export type { ProvinceSpan } from './core/address-book.ts';
export { parseFormDefinition } from './core/parse-definition.ts';
export { createForms, type Forms } from './module.ts';
export type { FormVersion } from './store/form-version-store.ts';
