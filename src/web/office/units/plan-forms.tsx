import type { Refusal } from '../../../kernel/refusal.ts';
import type { ReorganisationView } from '../../../modules/identity/public.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField, Tick, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';
import { ChangeForm, type Changing } from './change-form.tsx';
import { FactsFields } from './facts-fields.tsx';
import { HeadFields } from './head-fields.tsx';
import type { Choice } from './named-unit.ts';
import { successorFields } from './plan-intents.ts';

export interface PlanFormsProps {
  readonly plan: ReorganisationView;
  readonly choices: readonly Choice[];
  readonly calendars: readonly string[];
  readonly changing: Changing | undefined;
  /** The form that was sent and refused, with what was typed. */
  readonly refused: { readonly intent: string; readonly typed: Typed; readonly refusal: Refusal } | undefined;
}

/** The forms that change a plan: its decision, new units, changed ones, ended ones. One list of names serves them all. */
export function PlanForms({ plan, choices, calendars, changing, refused }: PlanFormsProps) {
  const { t } = useTexts();
  const typedIn = (intent: string) => (refused?.intent === intent ? refused.typed : undefined);
  const refusalIn = (intent: string) => (refused?.intent === intent ? refused.refusal : undefined);
  const problem = useProblems(refusalIn('end'));
  const frame = (intent: string) => (
    <>
      <RequestId form={intent} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={plan.version} />
    </>
  );
  const end = typedIn('end') ?? { withParts: 'yes' };
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="soan">
      <h2 id="soan">{t('units.edit')}</h2>
      <datalist id="don-vi-co-the-chon">
        {choices.map(({ unitId, name }) => (
          <option key={unitId} value={name} />
        ))}
      </datalist>
      <Disclosure summary={t('units.begin')} open={typedIn('begin') !== undefined}>
        <form method="post" className="mc-stack mc-stack--snug">
          {frame('begin')}
          <FactsFields
            form="begin"
            values={typedIn('begin') ?? {}}
            calendars={calendars}
            refusal={refusalIn('begin')}
          />
          <Submit label={t('units.begin.do')} />
        </form>
      </Disclosure>
      <Disclosure summary={t('units.end')} open={typedIn('end') !== undefined}>
        <form method="post" className="mc-stack mc-stack--snug">
          {frame('end')}
          <p className="mc-subtle">{t('units.end.lead')}</p>
          <TextField
            name="unit"
            id="end.unit"
            label={t('units.end.unit')}
            list="don-vi-co-the-chon"
            value={end.unit}
            problem={problem('/unitId') ?? problem('/change/unitId')}
          />
          {successorFields.map((at) => (
            <div key={at} className="mc-filters">
              <TextField
                name={`successor.${at}`}
                id={`end.successor.${at}`}
                label={t('units.end.successor', { number: at + 1 })}
                list="don-vi-co-the-chon"
                value={end[`successor.${at}`]}
                problem={problem(`/successors/${at}/unitId`) ?? problem(`/change/successors/${at}/unitId`)}
                isOptional
              />
              <TextField
                name={`part.${at}`}
                id={`end.part.${at}`}
                label={t('units.end.part', { number: at + 1 })}
                value={end[`part.${at}`]}
                isOptional
              />
            </div>
          ))}
          <Tick
            name="withParts"
            value="yes"
            label={t('units.end.with-parts')}
            checked={end.withParts !== undefined}
          />
          <Submit label={t('units.end.do')} />
        </form>
      </Disclosure>
      <Disclosure summary={t('units.change')} open={changing !== undefined}>
        <ChangeForm
          plan={plan}
          changing={changing}
          calendars={calendars}
          typed={typedIn('change')}
          refusal={refusalIn('change')}
        />
      </Disclosure>
      <Disclosure summary={t('units.head')} open={typedIn('head') !== undefined}>
        <form method="post" className="mc-stack mc-stack--snug">
          {frame('head')}
          <HeadFields values={typedIn('head') ?? headOf(plan)} refusal={refusalIn('head')} />
          <Submit label={t('units.head.save')} />
        </form>
      </Disclosure>
    </section>
  );
}

function Submit({ label }: { readonly label: string }) {
  return (
    <div>
      <button type="submit" className="ds-button" data-variant="secondary">
        {label}
      </button>
    </div>
  );
}

function headOf({ title, decisionNumber, decidedOn, effectiveOn, note }: ReorganisationView): Typed {
  return {
    title,
    ...(decisionNumber !== undefined && { decisionNumber }),
    ...(decidedOn !== undefined && { decidedOn }),
    ...(effectiveOn !== undefined && { effectiveOn }),
    ...(note !== undefined && { note }),
  };
}
