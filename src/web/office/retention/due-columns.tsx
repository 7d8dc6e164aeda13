import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { type DueState, type DueView, type KeptKind, keptKinds } from '../../../modules/privacy/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import type { Column } from '../../ui/data-table.tsx';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';

const tones: Readonly<Record<DueState, Tone>> = {
  due: 'danger',
  soon: 'warning',
  held: 'info',
  uncertain: 'neutral',
};

/** A day of the wire as read. */
export function dayText(text: string): string {
  const day = parsePlainDate(text);
  return day === undefined ? text : formatDate(day);
}

/** What of a dossier, in words. */
export function kindsText(kinds: readonly KeptKind[], t: Translate): string {
  if (kinds.length === keptKinds.length) return t('retention.kind.all');
  return kinds.map((kind) => t(`retention.kind.${kind}`)).join(', ');
}

interface KeptRow {
  readonly procedureName: string;
  readonly unit: string;
  readonly endedOn: string;
  readonly dueOn: string;
}

/** What it was about and at whom, since when it has ended and until when it is kept. */
export function whatAndWhen(t: Translate): readonly Column<KeptRow>[] {
  return [
    {
      key: 'procedure',
      header: t('retention.procedure'),
      cell: (row) => (
        <div className="mc-room">
          {row.procedureName}
          <span className="mc-small mc-subtle mc-block">{row.unit}</span>
        </div>
      ),
    },
    {
      key: 'due',
      header: t('retention.due-on'),
      cell: (row) => (
        <div>
          {dayText(row.dueOn)}
          <span className="mc-small mc-subtle mc-block">
            {t('retention.ended', { on: dayText(row.endedOn) })}
          </span>
        </div>
      ),
    },
  ];
}

/** Columns of the list of what falls due; printed without links. */
export function dueColumns(t: Translate, isPrinted = false): readonly Column<DueView>[] {
  return [
    {
      key: 'code',
      header: t('retention.code'),
      isName: true,
      cell: (row) => (
        <span className="mc-whole">
          {isPrinted ? row.code : <a href={`/can-bo/ho-so/${row.dossierId}`}>{row.code}</a>}
        </span>
      ),
    },
    ...whatAndWhen(t),
    {
      key: 'rule',
      header: t('retention.rule'),
      cell: (row) => (
        <div className="mc-room">
          {t('retention.kept', { kinds: kindsText(row.kinds, t), basis: row.basis })}
          <span className="mc-small mc-subtle mc-block">{t('retention.source', { source: row.source })}</span>
        </div>
      ),
    },
    {
      key: 'state',
      header: t('retention.state-of'),
      cell: (row) => <StatusTag tone={tones[row.state]}>{t(`retention.state.${row.state}`)}</StatusTag>,
    },
  ];
}
