import type { LedUnit } from '../../../modules/dossiers/contract.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';

interface SubstitutionFormProps {
  readonly led: readonly LedUnit[];
  readonly typed: Typed | undefined;
  readonly today: string;
  readonly tomorrow: string;
}

/** "Phân công xử lý thay": who is away, who does their work, from which day to which. */
export function SubstitutionForm({ led, typed, today, tomorrow }: SubstitutionFormProps) {
  const { t } = useTexts();
  const absent = led.flatMap((unit) =>
    unit.people.map((person) => ({
      value: `${unit.unitId} ${person.accountId}`,
      label: `${person.name} – ${unit.name}`,
    })),
  );
  const people = led.flatMap((unit) => unit.people);
  const substitutes = [...new Map(people.map((person) => [person.accountId, person])).values()];
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="lam-thay">
      <h2 id="lam-thay">{t('office.team.substitution')}</h2>
      <p className="mc-subtle">{t('office.team.substitution.lead')}</p>
      <form
        method="post"
        action="/can-bo/phan-cong"
        className="mc-card mc-card--form mc-stack mc-stack--snug"
      >
        <RequestId form="substitute" />
        <input type="hidden" name="intent" value="substitute" />
        <div className="mc-filters">
          <SelectField
            name="absent"
            id="absentAccountId"
            label={t('office.team.absent')}
            value={typed?.absent}
            empty={t('office.bulk.choose')}
            options={absent}
          />
          <SelectField
            name="substituteAccountId"
            label={t('office.team.substitute')}
            value={typed?.substituteAccountId}
            empty={t('office.bulk.choose')}
            options={substitutes.map(({ accountId, name, title }) => ({
              value: accountId,
              label: `${name} – ${title}`,
            }))}
          />
          <TextField
            name="fromOn"
            type="date"
            label={t('office.team.from-on')}
            value={typed?.fromOn ?? today}
          />
          <TextField
            name="lastOn"
            type="date"
            label={t('office.team.last-on')}
            value={typed?.lastOn ?? tomorrow}
          />
          <TextField name="reason" label={t('office.team.reason')} value={typed?.reason} />
        </div>
        <div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('office.team.substitution.do')}
          </button>
        </div>
      </form>
    </section>
  );
}
