/** What the browser's side may import of identity: pure, small. */
export { safeReturnPath } from './core/return-path.ts';
