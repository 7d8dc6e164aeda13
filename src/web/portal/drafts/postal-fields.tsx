import type { Refusal } from '../../../kernel/refusal.ts';
import type { DraftView } from '../../../modules/dossiers/contract.ts';
import { TextArea, TextField, Tick, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { TypedPost } from './chosen-post.ts';

export interface PostalFieldsProps {
  readonly draft: DraftView;
  readonly typed: TypedPost;
  readonly refusal: Refusal | undefined;
}

/** At the counter, or home by post: then to whom and where. Nothing to choose where the post brings nothing. */
export function PostalFields({ draft, typed, refusal }: PostalFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  if (draft.offers.post?.return !== true) return null;
  const isByPost = typed.byPost ?? typed.returnTo !== undefined;
  const { recipient, phone, address } = typed.returnTo ?? {};
  return (
    <fieldset className="ds-fieldset mc-field mc-post" id="post.returnTo" tabIndex={-1}>
      <legend className="ds-label">{t('post.return.legend')}</legend>
      <Tick
        type="radio"
        name="post.how"
        id="post.how.counter"
        value="counter"
        label={t('post.return.counter', { unit: draft.competentUnit.name })}
        checked={!isByPost}
      />
      <Tick
        type="radio"
        name="post.how"
        id="post.how.post"
        value="post"
        label={t('post.return.post')}
        checked={isByPost}
      />
      <div className="mc-post__address mc-stack">
        <TextField
          name="post.recipient"
          id="post.returnTo.recipient"
          label={t('post.recipient')}
          value={recipient}
          autoComplete="name"
          problem={problem('/post/returnTo/recipient')}
        />
        <TextField
          name="post.phone"
          id="post.returnTo.phone"
          label={t('post.phone')}
          value={phone}
          inputMode="tel"
          autoComplete="tel"
          problem={problem('/post/returnTo/phone')}
        />
        <TextArea
          name="post.address"
          id="post.returnTo.address"
          label={t('post.address')}
          hint={t('post.address.hint')}
          value={address}
          rows={2}
          problem={problem('/post/returnTo/address')}
        />
      </div>
    </fieldset>
  );
}
