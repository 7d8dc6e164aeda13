import type { Page } from '../../../kernel/page.ts';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { JournalLine } from '../../../modules/audit/contract.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { hasText, type Translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';

import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { onBehalfText } from '../dossier/on-behalf-note.tsx';
import { orProof, requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/journal.ts';
import { JournalForm } from './journal-form.tsx';
import { type JournalQuery, readJournalQuery } from './read-journal-query.ts';

export const handle: PageHandle = { js: true };

const nothing: Page<JournalLine> = { items: [] };

/** The journal of actions and readings, searched by administrators. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { asked, cursor, address } = readJournalQuery(request.url);
  const found = await modules.audit.queries.search(caller, asked, cursor);
  const wrong: Refusal | undefined = found.ok || !found.refusal.fields ? undefined : found.refusal;
  const { items, next } = wrong ? nothing : orProof(found, request);
  return { asked, lines: items, next, wrong, address, first: cursor === undefined, printedAt: caller.now };
}

export default function Journal({ loaderData }: Route.ComponentProps) {
  const { asked, lines, next, wrong, address, first, printedAt } = loaderData;
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle title={t('audit.search.title')} lead={t('audit.search.lead')} />
      <ErrorSummary refusal={wrong} labelOf={(pointer) => fieldLabel(pointer, t)} />
      <JournalForm asked={asked} wrong={wrong} />
      {wrong ? null : lines.length === 0 ? (
        <EmptyState icon="search" title={t('audit.search.nothing')}>
          <p>{t('audit.search.nothing.body')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="mc-print-only">{narrowedText(asked, printedAt, t)}</p>
          <p className="mc-no-print">
            <a href={`/can-bo/nhat-ky/xuat?${withoutEmpty(asked)}`}>{t('audit.search.export')}</a>
          </p>
          <DataTable
            caption={t('audit.search.title')}
            columns={columnsOf(t)}
            rows={lines}
            keyOf={(line) => line.rowId}
          />
        </>
      )}
      <Pager
        next={next === undefined ? undefined : `${address}&trang=${encodeURIComponent(next)}`}
        first={first ? undefined : address}
      />
    </div>
  );
}

const fields = ['login', 'subject', 'from', 'to', 'source', 'name'] as const;

function fieldLabel(pointer: string, t: Translate): string | undefined {
  const field = fields.find((name) => pointer === `/${name}`);
  return field && t(`audit.search.by-${field}`);
}

/** What the printed list was narrowed to, and when it was printed. */
function narrowedText(asked: JournalQuery, printedAt: Date, t: Translate): string {
  const told = fields.flatMap((field) =>
    asked[field] === '' ? [] : [`${t(`audit.search.by-${field}`)}: ${shownValue(asked, field, t)}`],
  );
  return [...told, t('audit.search.printed', { at: formatDateTime(printedAt) })].join('; ');
}

function shownValue(asked: JournalQuery, field: keyof JournalQuery, t: Translate): string {
  const text = asked[field];
  const day = field === 'from' || field === 'to' ? parsePlainDate(text) : undefined;
  if (day !== undefined) return formatDate(day);
  return field === 'source' && (text === 'action' || text === 'read') ? t(`audit.source.${text}`) : text;
}

/** What was done, in words; a name without words is shown as it is. */
function Deed({ name }: { readonly name: string }) {
  const { t } = useTexts();
  const stem = name.split('.').slice(0, 2).join('.');
  const key = [`audit.did.${name}`, `audit.did.${stem}`, `audit.purpose.${stem}`].find(hasText);
  return key ? t(key) : <code>{name}</code>;
}

function withoutEmpty(asked: JournalQuery): string {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
}

function columnsOf(t: Translate): readonly Column<JournalLine>[] {
  return [
    { key: 'at', header: t('audit.search.at'), cell: ({ at }) => <DateTime at={new Date(at)} /> },
    { key: 'source', header: t('audit.search.by-source'), cell: ({ source }) => t(`audit.source.${source}`) },
    {
      key: 'actor',
      header: t('audit.search.actor'),
      isName: true,
      cell: ({ actor, onBehalf }) => (
        <>
          {actor.name || t(`audit.actor.${actor.kind}`)}
          {onBehalf === undefined ? null : (
            <span className="mc-subtle mc-small mc-block">{onBehalfText(t, onBehalf)}</span>
          )}
        </>
      ),
    },
    {
      key: 'post',
      header: t('audit.search.post'),
      cell: ({ actor }) =>
        [actor.title, actor.unit].filter((part) => part !== undefined).join(', ') ||
        t(`audit.actor.${actor.kind}`),
    },
    {
      key: 'name',
      header: t('audit.search.name'),
      cell: ({ name }) => <Deed name={name} />,
    },
    {
      key: 'subjects',
      header: t('audit.search.subjects'),
      cell: ({ subjectIds }) => {
        const [only] = subjectIds;
        if (only === undefined) return '–';
        return subjectIds.length === 1 ? (
          <a href={`/can-bo/nhat-ky?subject=${only}`}>{t('audit.search.one-subject')}</a>
        ) : (
          t('audit.search.many-subjects', { count: subjectIds.length })
        );
      },
    },
    { key: 'ip', header: t('audit.search.ip'), cell: ({ originIp }) => originIp ?? '–' },
  ];
}
