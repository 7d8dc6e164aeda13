import type { Refusal } from '../../../kernel/refusal.ts';
import { grantScopes, mayBeGiven, permissions } from '../../../modules/identity/contract.ts';
import { SelectField, TextField, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';

export interface GiveFormProps {
  readonly typed: Typed | undefined;
  readonly refusal: Refusal | undefined;
  readonly login: string | undefined;
  readonly today: string;
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
  readonly sectors: readonly string[];
}

/** Gives one permission to one person: only what the permission file lets be given is offered. */
export function GiveForm({ typed, refusal, login, today, units, sectors }: GiveFormProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const offered = permissions.flatMap((permission) =>
    grantScopes
      .filter((scope) => mayBeGiven(permission, scope))
      .map((scope) => ({
        value: `${permission} ${scope}`,
        label: `${t(`permission.${permission}`)} – ${t(`grant-scope.${scope}`)}`,
      })),
  );
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="cap-quyen">
      <h2 id="cap-quyen">{t('powers.give')}</h2>
      <form
        method="post"
        action="/can-bo/quyen/cap-rieng"
        className="mc-card mc-card--form mc-stack mc-stack--snug"
      >
        <RequestId form="give" />
        <input type="hidden" name="intent" value="give" />
        <div className="mc-filters">
          <TextField
            name="login"
            label={t('powers.give.login')}
            value={typed?.login ?? login}
            problem={problem('/login')}
          />
          <SelectField
            name="what"
            id="permission"
            label={t('powers.give.what')}
            value={typed?.what}
            empty={t('powers.give.choose')}
            options={offered}
            problem={problem('/scope') ?? problem('/permission')}
          />
          <SelectField
            name="unitId"
            label={t('powers.give.unit')}
            hint={t('powers.give.unit.hint')}
            value={typed?.unitId}
            empty={t('powers.give.choose')}
            options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
            problem={problem('/unitId')}
          />
          <SelectField
            name="sector"
            label={t('powers.give.sector')}
            hint={t('powers.give.sector.hint')}
            value={typed?.sector}
            empty={t('powers.give.choose')}
            options={sectors.map((name) => ({ value: name, label: name }))}
            problem={problem('/sector')}
          />
          <TextField
            name="fromOn"
            type="date"
            label={t('powers.give.from')}
            value={typed?.fromOn ?? today}
            problem={problem('/fromOn')}
          />
          <TextField
            name="lastOn"
            type="date"
            label={t('powers.give.last')}
            value={typed?.lastOn}
            problem={problem('/lastOn')}
          />
          <TextField
            name="reason"
            label={t('powers.give.reason')}
            value={typed?.reason}
            problem={problem('/reason')}
          />
        </div>
        <div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('powers.give.do')}
          </button>
        </div>
      </form>
    </section>
  );
}
