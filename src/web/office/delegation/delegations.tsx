import { redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { can } from '../../../modules/identity/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary, fieldId } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { SubstitutionList } from '../team/substitution-list.tsx';
import { textIn } from '../typed.ts';
import type { Route } from './+types/delegations.ts';
import { delegationsHome } from './addresses.ts';
import { endReasonId } from './answer-forms.tsx';
import { DelegationList } from './delegation-list.tsx';
import { GiveForm } from './give-form.tsx';
import { fieldLabel, giveInputOf, keptEnd, keptOf, nothingKept } from './give-input.ts';
import { Pressing } from './pressing.tsx';
import { ThreeThings } from './three-things.tsx';

/**
 * Who acts for whom: powers lent to the officer and by them, and whose work they do. `?cua=tat-ca` shows an administrator
 * everybody's; `?trang=` walks on; `?xong=` says what was done.
 */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  const officer = requireOfficer(caller, request);
  const { delegations } = modules.identity;
  const { searchParams } = new URL(request.url);
  const whose = searchParams.get('cua') === 'tat-ca' ? 'all' : 'own';
  const cursor = searchParams.get('trang') ?? undefined;
  const page = orErrorPage(await delegations.list(caller, whose, cursor));
  const substitutions = await modules.dossiers.queries.listSubstitutions(caller);
  const led = await modules.dossiers.queries.ledUnits(caller);
  return {
    whose,
    watches: can(officer, 'identity.manage'),
    rows: page.items,
    next: page.next,
    first: cursor === undefined,
    pressing: await delegations.pressing(caller),
    lendable: await delegations.lendable(caller),
    sectors: (await modules.catalogue.findSectors(caller)).map(({ name }) => name),
    substitutions,
    leads: led.length > 0,
    today: plainDateOf(caller.now),
    done: searchParams.get('xong') ?? undefined,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { delegations } = app.modules.identity;
  const command = commandOf(app, form);
  const delegationId = textIn(form, 'delegationId');
  const intent = textIn(form, 'intent');
  switch (intent) {
    case 'accept':
    case 'decline': {
      const outcome = await delegations[intent](command, { delegationId });
      return outcome.ok
        ? redirect(`${delegationsHome}?xong=${intent}`)
        : refusedPage(outcome.refusal, nothingKept);
    }
    case 'end': {
      const reason = textIn(form, 'reason') ?? '';
      const outcome = await delegations.end(command, { delegationId, reason });
      return outcome.ok
        ? redirect(`${delegationsHome}?xong=end`)
        : refusedPage(outcome.refusal, keptEnd(delegationId, reason));
    }
    default: {
      const outcome = await delegations.give(command, giveInputOf(form));
      return outcome.ok
        ? redirect(`${delegationsHome}?xong=give`)
        : refusedPage(outcome.refusal, keptOf(form));
    }
  }
}

export default function Delegations({ loaderData, actionData }: Route.ComponentProps) {
  const { whose, watches, rows, next, first, pressing, lendable, sectors, leads, today, done } = loaderData;
  const { t } = useTexts();
  const kept = actionData?.kept;
  const end = actionData?.end;
  const address = whose === 'all' ? `${delegationsHome}?cua=tat-ca` : `${delegationsHome}?`;
  return (
    <div className="mc-stack">
      <PageTitle title={t('delegation.title')} lead={t('delegation.lead')} />
      {actionData === undefined &&
      (done === 'give' || done === 'accept' || done === 'decline' || done === 'end') ? (
        <Notice tone="success" title={t(`delegation.done.${done}`)} announced />
      ) : null}
      <ErrorSummary
        refusal={actionData?.refusal}
        idOf={(pointer) => (end === undefined ? fieldId(pointer) : endReasonId(end.delegationId))}
        labelOf={(pointer) => fieldLabel(t, pointer)}
      />
      <Pressing rows={pressing} />
      <ThreeThings />
      <section className="mc-stack mc-stack--snug" aria-labelledby="danh-sach">
        <h2 id="danh-sach">{t(whose === 'all' ? 'delegation.list.all' : 'delegation.list')}</h2>
        {watches ? (
          <p>
            <a href={whose === 'all' ? delegationsHome : `${delegationsHome}?cua=tat-ca`}>
              {t(whose === 'all' ? 'delegation.list.show-own' : 'delegation.list.show-all')}
            </a>
          </p>
        ) : null}
        <DelegationList rows={rows} refused={end && { ...end, refusal: actionData?.refusal }} />
        <Pager
          next={next === undefined ? undefined : `${address}&trang=${encodeURIComponent(next)}`}
          first={first ? undefined : address}
        />
      </section>
      {lendable.length === 0 ? null : (
        <GiveForm {...{ lendable, sectors, today, kept, refusal: kept && actionData?.refusal }} />
      )}
      <SubstitutionList rows={loaderData.substitutions} mayEnd={leads} />
      {leads ? (
        <p>
          <a href="/can-bo/phan-cong#lam-thay">{t('delegation.substitute')}</a>
        </p>
      ) : null}
    </div>
  );
}
