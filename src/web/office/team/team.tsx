import { redirect } from 'react-router';
import { addDays, plainDateOf } from '../../../kernel/plain-date.ts';
import type { HandOverPreview, LedUnit } from '../../../modules/dossiers/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { given, textIn, typedOf } from '../typed.ts';
import { splitsHome } from '../units/addresses.ts';
import type { Route } from './+types/team.ts';
import { HandOverForm } from './hand-over-form.tsx';
import { SubstitutionForm } from './substitution-form.tsx';
import { SubstitutionList } from './substitution-list.tsx';

/**
 * Who does the work of the units an officer leads: what each person has, handing everything of one over, and who stands
 * in for whom. `?don-vi=&tu=&den=` shows what a hand-over would move; `?xong=` says what was done.
 */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { queries } = modules.dossiers;
  const { searchParams } = new URL(request.url);
  const [unitId, from, to] = ['don-vi', 'tu', 'den'].map((name) => searchParams.get(name) || undefined);
  const asked = unitId === undefined || from === undefined ? undefined : { unitId, from, to };
  const preview =
    asked &&
    orErrorPage(
      await queries.handOverPreview(caller, {
        unitId,
        fromAccountId: from,
        ...given({ toAccountId: to }),
      }),
    );
  return {
    led: await queries.ledUnits(caller),
    substitutions: await queries.listSubstitutions(caller),
    asked,
    preview,
    done: searchParams.get('xong') ?? undefined,
    left: Number(searchParams.get('con') ?? 0),
    today: plainDateOf(caller.now),
    tomorrow: addDays(plainDateOf(caller.now), 1),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { commands } = app.modules.dossiers;
  const intent = textIn(form, 'intent');
  const typed = typedOf(form);
  if (intent === 'handOver') {
    const outcome = await commands.handOver(commandOf(app, form), {
      unitId: textIn(form, 'unitId'),
      fromAccountId: textIn(form, 'fromAccountId'),
      ...given({ toAccountId: textIn(form, 'toAccountId') }),
      expected: Number(textIn(form, 'expected')),
      reason: textIn(form, 'reason') ?? '',
    });
    if (!outcome.ok) return refusedPage(outcome.refusal, { intent, typed });
    return redirect(`/can-bo/phan-cong?xong=handOver&con=${outcome.value.left}`);
  }
  const outcome =
    intent === 'end'
      ? await commands.endSubstitution(commandOf(app, form), {
          substitutionId: textIn(form, 'substitutionId'),
        })
      : await commands.substitute(commandOf(app, form), substituteInputOf(form));
  if (!outcome.ok) return refusedPage(outcome.refusal, { intent, typed });
  return redirect(`/can-bo/phan-cong?xong=${intent === 'end' ? 'end' : 'substitute'}`);
}

/** A person of the list is named with the unit: `<unit> <account>`. */
function substituteInputOf(form: FormData) {
  const [unitId, absentAccountId] = (textIn(form, 'absent') ?? '').split(' ');
  return {
    unitId,
    absentAccountId,
    substituteAccountId: textIn(form, 'substituteAccountId'),
    fromOn: textIn(form, 'fromOn'),
    lastOn: textIn(form, 'lastOn'),
    reason: textIn(form, 'reason') ?? '',
  };
}

export default function Team({ loaderData, actionData }: Route.ComponentProps) {
  const { led, substitutions, asked, preview, done, left, today, tomorrow } = loaderData;
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-team">
      <PageTitle title={t('office.team.title')} lead={t('office.team.lead')} />
      {done === undefined ? null : <Done done={done} left={left} />}
      <ErrorSummary refusal={actionData?.refusal} labelOf={(pointer) => fieldLabel(t, pointer)} />
      {led.length === 0 ? (
        <EmptyState title={t('office.team.nobody')}>
          <p>{t('office.team.nobody.body')}</p>
        </EmptyState>
      ) : (
        <>
          <People led={led} />
          <p>
            <a href={splitsHome}>{t('units.splits')}</a>
          </p>
          <HandOverForm led={led} asked={asked} preview={preview as HandOverPreview | undefined} />
          <SubstitutionForm led={led} typed={actionData?.typed} today={today} tomorrow={tomorrow} />
        </>
      )}
      <SubstitutionList rows={substitutions} mayEnd={led.length > 0} />
    </div>
  );
}

function Done({ done, left }: { readonly done: string; readonly left: number }) {
  const { t } = useTexts();
  if (done !== 'handOver' && done !== 'substitute' && done !== 'end') return null;
  return (
    <Notice tone="success" title={t(`office.team.done.${done}`)} announced>
      {left > 0 ? <p>{t('office.team.done.left', { left })}</p> : null}
    </Notice>
  );
}

function fieldLabel(t: ReturnType<typeof useTexts>['t'], pointer: string): string | undefined {
  switch (pointer) {
    case '/reason':
      return t('office.team.reason');
    case '/absentAccountId':
    case '/unitId':
      return t('office.team.absent');
    case '/substituteAccountId':
      return t('office.team.substitute');
    case '/fromOn':
      return t('office.team.from-on');
    case '/lastOn':
      return t('office.team.last-on');
    default:
      return undefined;
  }
}

/** Each person of the units with what they have: who is overburdened is seen before work is given out. */
function People({ led }: { readonly led: readonly LedUnit[] }) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="nguoi">
      <h2 id="nguoi">{t('office.team.people')}</h2>
      <div className="mc-team__units">
        {led.map((unit) => (
          <section key={unit.unitId} className="mc-card" aria-label={unit.name}>
            <h3>{unit.name}</h3>
            <ul className="mc-team__people">
              {unit.people.map((person) => (
                <li key={person.accountId}>
                  <span>
                    {person.name} <span className="mc-subtle mc-small">{person.title}</span>
                  </span>
                  <span className="mc-queue__count">
                    {person.openTasks}
                    <span className="mc-visually-hidden"> {t('office.team.tasks')}</span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
