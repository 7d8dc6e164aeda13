import type { Refusal } from '../../../kernel/refusal.ts';
import type { ReorganisationView } from '../../../modules/identity/public.ts';
import { formatDate } from '../../../texts/format.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';

/** Says what carrying out does before it does it; not offered while something is wrong. */
export function CarryOutForm({ plan }: { readonly plan: ReorganisationView }) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="thuc-hien">
      <h2 id="thuc-hien">{t('units.carry-out')}</h2>
      <p>
        {plan.effectiveOn === undefined
          ? t('units.carry-out.no-day')
          : t('units.carry-out.lead', { on: formatDate(plan.effectiveOn) })}
      </p>
      {plan.faults.length > 0 ? null : (
        <form method="post">
          <Frame plan={plan} intent="carryOut" />
          <button type="submit" className="ds-button" data-variant="primary">
            {t('units.carry-out.do')}
          </button>
        </form>
      )}
      <Disclosure summary={t('units.discard')}>
        <form method="post" className="mc-stack mc-stack--snug">
          <Frame plan={plan} intent="discard" />
          <p>{t('units.discard.lead')}</p>
          <div>
            <button type="submit" className="ds-button" data-variant="secondary">
              {t('units.discard.do')}
            </button>
          </div>
        </form>
      </Disclosure>
    </section>
  );
}

/** Before its day a carried-out plan can be taken back, with a reason. */
export function UndoForm({
  plan,
  typed,
  refusal,
}: {
  readonly plan: ReorganisationView;
  readonly typed?: Typed | undefined;
  readonly refusal: Refusal | undefined;
}) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  if (!plan.canUndo) return null;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="hoan-tac">
      <h2 id="hoan-tac">{t('units.undo')}</h2>
      <p>{t('units.undo.lead')}</p>
      <form method="post" className="mc-panel mc-stack mc-stack--snug">
        <Frame plan={plan} intent="undo" />
        <TextField
          name="reason"
          label={t('units.reason')}
          value={typed?.reason}
          problem={problem('/reason')}
        />
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('units.undo.do')}
          </button>
        </div>
      </form>
    </section>
  );
}

function Frame({ plan, intent }: { readonly plan: ReorganisationView; readonly intent: string }) {
  return (
    <>
      <RequestId form={intent} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={plan.version} />
    </>
  );
}
