import type { MetaDescriptor } from 'react-router';
import type { LoadedProcedure } from './load-procedure.ts';

/** What the head of a procedure's page is made of; absent while an error page stands in its place. */
export type PageMeta = LoadedProcedure | undefined;

/** Description, the one address of the page, and the same page in the other language. */
export function procedureMeta(loaded: PageMeta): MetaDescriptor[] {
  if (loaded === undefined || 'missing' in loaded) return [{ name: 'robots', content: 'noindex' }];
  const { summary } = loaded.page.version.content;
  return [...(summary === undefined ? [] : [{ name: 'description', content: summary }]), ...loaded.addresses];
}
