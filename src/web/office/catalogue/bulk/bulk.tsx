import { redirect } from 'react-router';
import { mostAtOnce } from '../../../../modules/catalogue/contract.ts';
import type { TextKey } from '../../../../texts/catalogue.ts';
import { appContext, commandOf, type RequestApp } from '../../../context.ts';
import { orErrorPage, refusedPage } from '../../../refusals.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorSummary, fieldId } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { textIn, typedOf } from '../../typed.ts';
import { bulkHome, catalogueHome, decisionAddress } from '../addresses.ts';
import { ListFilters } from '../list-filters.tsx';
import { readFilters } from '../read-filters.ts';
import type { Route } from './+types/bulk.ts';
import { bulkFields, bulkIn, codesIn } from './bulk-form.ts';
import { Choose } from './choose.tsx';
import { listAll } from './list-all.ts';
import { Preview } from './preview.tsx';

/** One field of many procedures at once: chosen by the list's filters and ticks, seen before, done by one decision. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const { searchParams } = new URL(request.url);
  const asked = readFilters(searchParams);
  const field = bulkFields.find((each) => each === searchParams.get('sua')) ?? 'sector';
  const { queries, findSectors } = app.modules.catalogue;
  const { items, total } = await listAll(app, asked);
  const decisions = orErrorPage(await queries.listDecisions(app.caller, { open: true, limit: 200 }));
  const sectors = await findSectors(app.caller);
  searchParams.delete('sua');
  return {
    asked,
    field,
    procedures: items,
    total,
    decisions: decisions.items,
    sectors: sectors.map(({ name }) => name),
    query: searchParams.toString(),
  };
}

/** Shows what would be done; confirmed, does it and goes to the decision. Refused, it is shown as it is by now. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const sent = { typed: typedOf(form), codes: codesIn(form) };
  if (textIn(form, 'intent') !== 'apply') return previewed(app, form, sent);
  const done = await app.modules.catalogue.commands.applyBulkEdit(commandOf(app, form), {
    ...bulkIn(form),
    preview: textIn(form, 'preview'),
  });
  if (done.ok) throw redirect(decisionAddress(done.value.decisionId));
  const again = await app.modules.catalogue.queries.previewBulkEdit(app.caller, bulkIn(form));
  return refusedPage(done.refusal, { ...sent, shown: again.ok ? again.value : undefined });
}

interface Sent {
  readonly typed: ReturnType<typeof typedOf>;
  readonly codes: readonly string[];
}

async function previewed(app: RequestApp, form: FormData, sent: Sent) {
  const shown = await app.modules.catalogue.queries.previewBulkEdit(app.caller, bulkIn(form));
  if (!shown.ok) return refusedPage(shown.refusal, { ...sent, shown: undefined });
  return { ...sent, refusal: undefined, shown: shown.value };
}

const labels: Readonly<Record<string, TextKey>> = {
  '/codes': 'catalogue.bulk.codes',
  '/decisionId': 'catalogue.bulk.decision',
};

export default function BulkEditPage({ loaderData, actionData }: Route.ComponentProps) {
  const { asked, field, procedures, total, decisions, sectors, query } = loaderData;
  const { t } = useTexts();
  const back = { href: catalogueHome, text: t('catalogue.office.title') };
  const refusal = actionData?.refusal;
  const choose = (
    <Choose
      {...{ procedures, decisions, field, sectors, refusal }}
      codes={actionData?.codes}
      typed={actionData?.typed ?? {}}
    />
  );
  return (
    <div className="mc-stack">
      <PageTitle title={t('catalogue.bulk.title')} lead={t('catalogue.bulk.lead')} back={back} />
      <ErrorSummary
        refusal={refusal}
        idOf={(pointer) => fieldId(pointer.replace('/edit', ''))}
        labelOf={(pointer) => t(labels[pointer] ?? `catalogue.bulk.field.${field}`)}
      />
      {actionData?.shown === undefined ? (
        <>
          <ListFilters asked={asked} sectors={sectors} address={bulkHome} />
          <Tabs field={field} query={query} />
          {total <= procedures.length ? null : (
            <Notice tone="warning">
              <p>{t('catalogue.bulk.too-many', { most: mostAtOnce, total })}</p>
            </Notice>
          )}
          {procedures.length === 0 ? <EmptyState title={t('catalogue.office.nothing')} /> : choose}
        </>
      ) : (
        <>
          <Preview shown={actionData.shown} codes={actionData.codes} typed={actionData.typed} />
          <Disclosure summary={t('catalogue.bulk.again')}>{choose}</Disclosure>
        </>
      )}
    </div>
  );
}

/** The field to edit: each has its own inputs, so that the page needs no script. */
function Tabs({ field, query }: { readonly field: string; readonly query: string }) {
  const { t } = useTexts();
  return (
    <nav className="mc-tabs" aria-label={t('catalogue.bulk.field')}>
      {bulkFields.map((each) => (
        <a
          key={each}
          href={`${bulkHome}?sua=${each}${query === '' ? '' : `&${query}`}`}
          aria-current={each === field ? 'page' : undefined}
        >
          {t(`catalogue.bulk.field.${each}`)}
        </a>
      ))}
    </nav>
  );
}
