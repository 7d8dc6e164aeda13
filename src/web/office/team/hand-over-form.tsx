import type { HandOverPreview, LedUnit } from '../../../modules/dossiers/contract.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

interface HandOverFormProps {
  readonly led: readonly LedUnit[];
  readonly asked:
    | { readonly unitId: string; readonly from: string; readonly to: string | undefined }
    | undefined;
  readonly preview: HandOverPreview | undefined;
}

/** Somebody leaves: first what would move, counted; then, with a reason, the move itself. */
export function HandOverForm({ led, asked, preview }: HandOverFormProps) {
  const { t } = useTexts();
  const people = led.flatMap((unit) => unit.people);
  const each = [...new Map(people.map((person) => [person.accountId, person])).values()];
  const options = each.map(({ accountId, name, title }) => ({
    value: accountId,
    label: `${name} – ${title}`,
  }));
  const name = (accountId: string) => each.find((person) => person.accountId === accountId)?.name ?? '';
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="ban-giao">
      <h2 id="ban-giao">{t('office.team.hand-over')}</h2>
      <p className="mc-subtle">{t('office.team.hand-over.lead')}</p>
      <form
        method="get"
        className="mc-card mc-card--form mc-stack mc-stack--snug"
        action="/can-bo/phan-cong#ban-giao"
      >
        <div className="mc-filters">
          <SelectField
            name="don-vi"
            label={t('office.team.unit')}
            value={asked?.unitId}
            options={led.map(({ unitId, name: label }) => ({ value: unitId, label }))}
          />
          <SelectField
            name="tu"
            label={t('office.team.from')}
            value={asked?.from}
            empty={t('office.bulk.choose')}
            options={options}
          />
          <SelectField
            name="den"
            label={t('office.team.to')}
            value={asked?.to}
            empty={t('office.team.to-group')}
            options={options}
          />
        </div>
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('office.team.preview')}
          </button>
        </div>
      </form>
      {asked === undefined || preview === undefined ? null : (
        <Preview asked={asked} preview={preview} from={name(asked.from)} to={name(asked.to ?? '')} />
      )}
    </section>
  );
}

interface PreviewProps {
  readonly asked: NonNullable<HandOverFormProps['asked']>;
  readonly preview: HandOverPreview;
  readonly from: string;
  readonly to: string;
}

function Preview({ asked, preview, from, to }: PreviewProps) {
  const { t } = useTexts();
  if (preview.total === 0) return <p role="status">{t('office.team.preview.nothing', { from })}</p>;
  return (
    <form method="post" action="/can-bo/phan-cong" className="mc-card mc-card--form mc-stack mc-stack--snug">
      <RequestId form="handOver" />
      <input type="hidden" name="intent" value="handOver" />
      <input type="hidden" name="unitId" value={asked.unitId} />
      <input type="hidden" name="fromAccountId" value={asked.from} />
      <input type="hidden" name="toAccountId" value={asked.to ?? ''} />
      <input type="hidden" name="expected" value={preview.total} />
      <p role="status">
        <strong>{t('office.team.preview.total', { from, total: preview.total })}</strong>{' '}
        {preview.toPerson > 0 ? t('office.team.preview.person', { to, tasks: preview.toPerson }) : null}{' '}
        {preview.toGroup > 0 ? t('office.team.preview.group', { tasks: preview.toGroup }) : null}{' '}
        {preview.overdue > 0 ? t('office.team.preview.overdue', { tasks: preview.overdue }) : null}
      </p>
      <ul>
        {preview.steps.map((step) => (
          <li key={step.name}>{t('office.team.preview.step', { step: step.name, tasks: step.tasks })}</li>
        ))}
      </ul>
      <TextField name="reason" id="handOver-reason" label={t('office.team.reason')} />
      <div>
        <button type="submit" className="ds-button" data-variant="primary">
          {t('office.team.hand-over.do', { total: preview.total })}
        </button>
      </div>
    </form>
  );
}
