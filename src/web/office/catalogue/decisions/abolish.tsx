import { Disclosure } from '../../../ui/disclosure.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';

/** A line that ends a procedure, with the one that takes its place. */
export function Abolish({ version }: { readonly version: number }) {
  const { t } = useTexts();
  return (
    <Disclosure summary={t('catalogue.decision.abolish')}>
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form="bai-bo" />
        <input type="hidden" name="intent" value="abolish" />
        <input type="hidden" name="version" value={version} />
        <TextField name="code" label={t('catalogue.decision.abolish.code')} placeholder="1.001193" />
        <TextField name="replacedBy" label={t('catalogue.decision.abolish.replaced')} isOptional />
        <button type="submit" className="ds-button mc-fit" data-variant="secondary">
          {t('catalogue.decision.abolish.do')}
        </button>
      </form>
    </Disclosure>
  );
}
