import type { FieldRefusal } from '../../../kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { PostOffer } from '../../catalogue/public.ts';

/** What somebody wants of the post, online or at a counter. */
interface Wanted {
  /** Papers come by post. */
  readonly in: boolean;
  /** The result goes by post. */
  readonly out: boolean;
}

/** Holds a choice against what the lists offer that day: refuses `dossiers.post-not-offered`, naming what is not. */
export function checkPostalChoice(offer: PostOffer | undefined, wanted: Wanted): Result<null> {
  const fault = (pointer: string, type: string): readonly FieldRefusal[] => [{ pointer, type }];
  const fields = [
    ...(wanted.in && offer?.intake !== true ? fault('/post/sendsPapers', 'dossiers.post-takes-none') : []),
    ...(wanted.out && offer?.return !== true ? fault('/post/returnTo', 'dossiers.post-brings-none') : []),
  ];
  return fields.length === 0 ? ok(null) : refuse('invalid', 'dossiers.post-not-offered', { fields });
}
