import { TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { type CounterFormProps, counterForm } from './counter-form-props.ts';

/** What the public post does for this dossier, where its list offers it: the papers came by it, the result goes by it. */
export function PostFields({ version, channel, typed, refusal }: CounterFormProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const brings = version.content.publicPost?.return === true;
  if (channel !== 'post' && !brings) return null;
  const field = (name: string) => ({ id: `${counterForm}.post.${name}`, problem: problem(`/post/${name}`) });
  return (
    <section className="mc-panel mc-stack mc-stack--snug" aria-labelledby="buu-chinh">
      <h2 id="buu-chinh">{t('post.office.title')}</h2>
      {channel === 'post' ? (
        <TextField
          name="post.cameUnder"
          {...field('cameUnder')}
          label={t('post.desk.number')}
          value={typed['post.cameUnder']}
        />
      ) : null}
      {brings ? (
        <fieldset className="ds-fieldset mc-stack mc-stack--snug" id={`${counterForm}.post.returnTo`}>
          <legend className="ds-label">{t('post.walk-in.return')}</legend>
          <p className="mc-small mc-subtle">{t('post.walk-in.return.hint')}</p>
          <TextField
            name="post.recipient"
            {...field('returnTo/recipient')}
            id={`${counterForm}.post.returnTo.recipient`}
            label={t('post.recipient')}
            value={typed['post.recipient']}
          />
          <TextField
            name="post.phone"
            {...field('returnTo/phone')}
            id={`${counterForm}.post.returnTo.phone`}
            label={t('post.phone')}
            value={typed['post.phone']}
            inputMode="tel"
          />
          <TextArea
            name="post.address"
            {...field('returnTo/address')}
            id={`${counterForm}.post.returnTo.address`}
            label={t('post.address')}
            hint={t('post.address.hint')}
            value={typed['post.address']}
            rows={2}
          />
        </fieldset>
      ) : null}
    </section>
  );
}
