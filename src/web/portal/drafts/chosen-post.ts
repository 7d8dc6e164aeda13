import type { DraftView } from '../../../modules/dossiers/contract.ts';

/** The choice of the post as the page shows or sends it. */
export interface TypedPost {
  readonly sendsPapers?: boolean;
  readonly returnTo?: { readonly recipient?: string; readonly phone?: string; readonly address?: string };
  /** The answer to who brings the result; the counter until something else is chosen. */
  readonly byPost?: boolean;
  /** Codes of the other procedures of the group. */
  readonly parts?: readonly string[];
}

/** What was chosen before, with the person's own name and telephone ready to be kept. */
export function chosenAddress(draft: DraftView, name: string | undefined): TypedPost {
  const { post } = draft.choices;
  const known = { ...(name !== undefined && { recipient: name }), ...ownPhone(draft) };
  return {
    sendsPapers: post?.sendsPapers === true,
    byPost: post?.returnTo !== undefined,
    returnTo: post?.returnTo ?? known,
    ...(draft.choices.parts && { parts: draft.choices.parts }),
  };
}

function ownPhone({ contact }: DraftView): { readonly phone?: string } {
  return contact.phone === undefined ? {} : { phone: contact.phone };
}

/** The lists have changed since: something chosen then is not offered any more. */
export function isWithdrawn({ choices, offers }: DraftView): boolean {
  const { post, parts = [] } = choices;
  return (
    parts.some((code) => !offers.group?.procedures.some((each) => each.code === code)) ||
    (post?.returnTo !== undefined && offers.post?.return !== true) ||
    (post?.sendsPapers === true && offers.post?.intake !== true)
  );
}

/** `post` of `chooseForDraftInput` out of the form; undefined when nothing goes by post. */
export function postIn(form: FormData) {
  const field = (name: string) => String(form.get(`post.${name}`) ?? '').trim();
  const sendsPapers = form.get('post.papers') !== null;
  if (form.get('post.how') !== 'post') return sendsPapers ? { sendsPapers } : undefined;
  const phone = field('phone').replaceAll(/[\s.]/g, '');
  const returnTo = { recipient: field('recipient'), phone, address: field('address') };
  return { sendsPapers, returnTo };
}
