/** The only door of forms: definitions, their versions in force, and answers. */
export * from './contract.ts';
export { parseFormDefinition } from './core/parse-definition.ts';
