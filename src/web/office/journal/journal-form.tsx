import type { Refusal } from '../../../kernel/refusal.ts';
import { SelectField, TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { JournalQuery } from './read-journal-query.ts';

interface JournalFormProps {
  readonly asked: JournalQuery;
  readonly wrong: Refusal | undefined;
}

/** By person, dossier, day and kind; every field narrows. */
export function JournalForm({ asked, wrong }: JournalFormProps) {
  const { t } = useTexts();
  const problemOf = useProblems(wrong);
  const text = (name: Exclude<keyof JournalQuery, 'source'>, type: 'text' | 'date' = 'text') => (
    <TextField
      name={name}
      label={t(`audit.search.by-${name}`)}
      value={asked[name]}
      type={type}
      problem={problemOf(`/${name}`)}
    />
  );
  return (
    <form method="get" className="mc-panel mc-stack mc-no-print">
      <div className="mc-filters">
        {text('login')}
        {text('subject')}
        {text('from', 'date')}
        {text('to', 'date')}
        <SelectField
          name="source"
          label={t('audit.search.by-source')}
          value={asked.source}
          empty={t('audit.source.all')}
          options={[
            { value: 'action', label: t('audit.source.action') },
            { value: 'read', label: t('audit.source.read') },
          ]}
        />
        {text('name')}
      </div>
      <button type="submit" className="ds-button mc-fit" data-variant="primary">
        {t('audit.search.submit')}
      </button>
    </form>
  );
}
