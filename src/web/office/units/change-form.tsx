import type { Refusal } from '../../../kernel/refusal.ts';
import type { ReorganisationView } from '../../../modules/identity/public.ts';
import { TextField } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';
import { FactsFields } from './facts-fields.tsx';

/** A unit chosen to be changed, with what it would be. */
export interface Changing {
  readonly unitId: string;
  readonly name: string;
  readonly values: Typed;
}

interface ChangeFormProps {
  readonly plan: ReorganisationView;
  readonly changing: Changing | undefined;
  readonly typed: Typed | undefined;
  readonly calendars: readonly string[];
  readonly refusal: Refusal | undefined;
}

/** First which unit (`?sua=`), then what it is from the day on: what stays as it is need not be typed. */
export function ChangeForm({ plan, changing, typed, calendars, refusal }: ChangeFormProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--snug">
      <form method="get" className="mc-filters">
        <TextField
          name="sua"
          label={t('units.change.unit')}
          list="don-vi-co-the-chon"
          value={changing?.name}
        />
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('units.change.choose')}
          </button>
        </div>
      </form>
      {changing === undefined ? null : (
        <form method="post" className="mc-stack mc-stack--snug">
          <RequestId form="change" />
          <input type="hidden" name="intent" value="change" />
          <input type="hidden" name="version" value={plan.version} />
          <input type="hidden" name="unitId" value={changing.unitId} />
          <FactsFields
            form="change"
            values={typed ?? changing.values}
            calendars={calendars}
            refusal={refusal}
          />
          <div>
            <button type="submit" className="ds-button" data-variant="secondary">
              {t('units.change.do')}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}
