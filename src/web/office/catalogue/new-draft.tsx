import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { catalogueHome } from './addresses.ts';

/** Begins the text of a procedure that the catalogue does not have yet. */
export function NewDraft() {
  const { t } = useTexts();
  return (
    <Disclosure summary={t('catalogue.office.new')}>
      <form method="post" action={`${catalogueHome}/soan`} className="mc-choose">
        <RequestId form="soan-moi" />
        <input type="hidden" name="from" value="blank" />
        <TextField name="code" label={t('procedure.code')} placeholder="1.001193" />
        <TextField name="name" label={t('catalogue.office.name')} />
        <button type="submit" className="ds-button" data-variant="primary">
          {t('catalogue.office.begin')}
        </button>
      </form>
    </Disclosure>
  );
}
