import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/api-docs.ts';
import { type ApiOperation, operationsOf } from './api-document.ts';

export const handle: PageHandle = { english: true };

/** The readable form of `/api/docs/json`. */
export function loader({ context }: Route.LoaderArgs) {
  return { operations: operationsOf(context.get(appContext).openApi()) };
}

export default function ApiDocs({ loaderData: { operations } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <>
      <PageTitle title={t('api-docs.title')} lead={t('api-docs.lead')} />
      <div className="mc-stack mc-stack--loose">
        <ul className="mc-api__rules">
          <li>
            {t('api-docs.rule.document')} <a href="/api/docs/json">/api/docs/json</a>
          </li>
          <li>{t('api-docs.rule.session')}</li>
          <li>{t('api-docs.rule.idempotency')}</li>
          <li>{t('api-docs.rule.problem')}</li>
          <li>{t('api-docs.rule.time')}</li>
        </ul>
        {operations.length === 0 ? <EmptyState title={t('api-docs.none')} /> : null}
        {operations.map((operation) => (
          <Operation key={`${operation.method} ${operation.path}`} operation={operation} />
        ))}
      </div>
    </>
  );
}

function Operation({ operation }: { readonly operation: ApiOperation }) {
  const { t } = useTexts();
  return (
    <article className="mc-panel mc-stack">
      <h2 className="mc-api__address">
        <span className="mc-api__method">{operation.method}</span> <code>{operation.path}</code>
      </h2>
      {operation.summary === undefined ? null : <p className="mc-lead">{operation.summary}</p>}
      {operation.description === undefined ? null : <p>{operation.description}</p>}
      {operation.parameters.length === 0 ? null : (
        <DataTable
          caption={t('api-docs.parameters')}
          keyOf={({ name, place }) => `${place} ${name}`}
          rows={operation.parameters}
          columns={[
            {
              key: 'name',
              header: t('api-docs.parameter'),
              cell: ({ name }) => <code>{name}</code>,
              isName: true,
            },
            { key: 'place', header: t('api-docs.place'), cell: ({ place }) => place },
            {
              key: 'required',
              header: t('api-docs.required'),
              cell: ({ required }) => t(required ? 'common.required' : 'common.optional'),
            },
          ]}
        />
      )}
      <div>
        {operation.body === undefined ? null : <Shape title={t('api-docs.body')} text={operation.body} />}
        {operation.answers.map(({ status, description, schema }) => (
          <Shape key={status} title={`${t('api-docs.answer', { status })} ${description}`} text={schema} />
        ))}
      </div>
    </article>
  );
}

function Shape({ title, text }: { readonly title: string; readonly text: string | undefined }) {
  if (text === undefined) return <p className="mc-subtle">{title}</p>;
  return (
    <Disclosure summary={title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <pre className="mc-api__shape" tabIndex={0}>
        {text}
      </pre>
    </Disclosure>
  );
}
