import type { Refusal } from '../../../kernel/refusal.ts';
import { hasText } from '../../../texts/translate.ts';

/** What went wrong on the way here, as the address says (`loi`): only sentences of identity. */
export function problemIn(searchParams: URLSearchParams): Refusal | undefined {
  const type = searchParams.get('loi') ?? '';
  return type.startsWith('identity.') && hasText(type) ? { kind: 'unauthenticated', type } : undefined;
}
