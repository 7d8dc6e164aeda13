import { redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary, fieldId } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { given, textIn, typedOf } from '../typed.ts';
import type { Route } from './+types/given.ts';
import { GiveForm } from './give-form.tsx';
import { endReasonId, GivenList } from './given-list.tsx';

const home = '/can-bo/quyen/cap-rieng';

/** Single permissions given to people: `?tai-khoan=` one person's, `?tat-ca=1` what is over too. Administrators only. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const login = searchParams.get('tai-khoan') || undefined;
  const all = searchParams.get('tat-ca') === '1';
  const cursor = searchParams.get('trang') ?? undefined;
  const page = orErrorPage(await modules.identity.powers.list(caller, { login, all }, cursor));
  const today = plainDateOf(caller.now);
  return {
    login,
    all,
    rows: page.items,
    next: page.next,
    first: cursor === undefined,
    today,
    done: searchParams.get('xong') ?? undefined,
    units: modules.identity.units.unitsOn(today).map(({ id, name }) => ({ unitId: id, name })),
    sectors: (await modules.catalogue.findSectors(caller)).map(({ name }) => name),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { powers } = app.modules.identity;
  const reason = textIn(form, 'reason') ?? '';
  const isEnd = textIn(form, 'intent') === 'end';
  const outcome = isEnd
    ? await powers.end(commandOf(app, form), { grantId: textIn(form, 'grantId'), reason })
    : await powers.give(commandOf(app, form), { ...wishOf(form), reason });
  if (!outcome.ok)
    return refusedPage(outcome.refusal, {
      typed: typedOf(form),
      ended: isEnd ? textIn(form, 'grantId') : undefined,
    });
  return redirect(`${home}?xong=${isEnd ? 'end' : 'give'}`);
}

/** The permission is named with its scope: `<permission> <scope>`. */
function wishOf(form: FormData) {
  const [permission, scope] = (textIn(form, 'what') ?? '').split(' ');
  return {
    login: textIn(form, 'login') ?? '',
    permission,
    scope,
    ...given({ unitId: textIn(form, 'unitId'), sector: textIn(form, 'sector') }),
    fromOn: textIn(form, 'fromOn'),
    lastOn: textIn(form, 'lastOn'),
  };
}

export default function Given({ loaderData, actionData }: Route.ComponentProps) {
  const { login, all, rows, next, first, today, done, units, sectors } = loaderData;
  const { t } = useTexts();
  const of = login === undefined ? '' : `&tai-khoan=${encodeURIComponent(login)}`;
  const address = `${home}?tat-ca=${all ? '1' : '0'}${of}`;
  const refusal = actionData && oneOfWhat(actionData.refusal);
  const { typed, ended } = actionData ?? {};
  const isEnd = ended !== undefined;
  return (
    <div className="mc-stack">
      <PageTitle title={t('powers.give.title')} lead={t('powers.give.lead')} />
      {done === 'give' || done === 'end' ? (
        <Notice tone="success" title={t(`powers.done.${done}`)} announced />
      ) : null}
      <ErrorSummary
        refusal={refusal}
        idOf={(pointer) => (isEnd ? endReasonId(ended) : fieldId(pointer))}
        labelOf={(pointer) => (isEnd ? t('powers.end.reason') : fieldLabel(t, pointer))}
      />
      <section className="mc-stack mc-stack--snug" aria-labelledby="dang-cap">
        <h2 id="dang-cap">
          {t(all ? 'powers.list.all' : 'powers.list')}
          {login === undefined ? null : ` – ${t('powers.list.of', { login })}`}
        </h2>
        <p>
          <a href={`${home}?tat-ca=${all ? '0' : '1'}${of}`}>
            {t(all ? 'powers.list.show-running' : 'powers.list.show-all')}
          </a>{' '}
          {login === undefined ? null : <a href={home}>{t('powers.list.everybody')}</a>}
        </p>
        <GivenList
          rows={rows}
          refused={isEnd ? { grantId: ended, reason: typed?.reason, refusal } : undefined}
        />
        <Pager
          next={next === undefined ? undefined : `${address}&trang=${encodeURIComponent(next)}`}
          first={first ? undefined : address}
        />
      </section>
      <GiveForm
        {...{ login, today, units, sectors }}
        typed={isEnd ? undefined : typed}
        refusal={isEnd ? undefined : refusal}
      />
    </div>
  );
}

/** Permission and scope are one choice of the form: it is asked for once. */
function oneOfWhat(refusal: Refusal): Refusal {
  const { fields = [] } = refusal;
  if (!fields.some(({ pointer }) => pointer === '/permission')) return refusal;
  return { ...refusal, fields: fields.filter(({ pointer }) => pointer !== '/scope') };
}

function fieldLabel(t: ReturnType<typeof useTexts>['t'], pointer: string): string | undefined {
  switch (pointer) {
    case '/login':
      return t('powers.give.login');
    case '/permission':
    case '/scope':
      return t('powers.give.what');
    case '/unitId':
      return t('powers.give.unit');
    case '/sector':
      return t('powers.give.sector');
    case '/fromOn':
      return t('powers.give.from');
    case '/lastOn':
      return t('powers.give.last');
    case '/reason':
      return t('powers.give.reason');
    default:
      return undefined;
  }
}
