import {
  type ListFacts,
  type ListLineView,
  type ListName,
  listNames,
} from '../../../../modules/catalogue/contract.ts';
import { formatNumber } from '../../../../texts/format.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { decisionAddress, officeProcedureAddress } from '../addresses.ts';
import { ListForm, type ListFormProps } from './list-form.tsx';
import type { Part } from './part-of.ts';
import { weekdayText } from './weekday-text.ts';

export interface ListsProps {
  readonly decisionId: string;
  readonly lines: Part<ListLineView>;
  /** All there are. */
  readonly count: number;
  readonly version: number;
  readonly isOpen: boolean;
  /** The list whose form is open (`?danh-muc=`). */
  readonly adding: ListName | undefined;
  /** The form that was sent and refused. */
  readonly refused: ListFormProps['refused'];
}

/** What a decision changes of the lists: who is put on or taken off, and what follows from it. */
export function Lists({ decisionId, lines, count, version, isOpen, adding, refused }: ListsProps) {
  const { t } = useTexts();
  if (count === 0 && !isOpen) return null;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="cac-danh-muc">
      <h2 id="cac-danh-muc">{t('catalogue.lists.title')}</h2>
      <p className="mc-subtle mc-small">{t('catalogue.lists.lead')}</p>
      {count === lines.rows.length ? null : (
        <p className="mc-subtle">
          {t('catalogue.decision.part', { shown: lines.rows.length, count: formatNumber(count) })}
        </p>
      )}
      {count === 0 ? null : (
        <DataTable
          caption={t('catalogue.lists.title')}
          columns={columnsOf(version, isOpen, t)}
          rows={lines.rows}
          keyOf={({ list, code }) => `${list} ${code}`}
        />
      )}
      <Pager
        next={lines.next && decisionAddress(decisionId, { muc: lines.next })}
        first={lines.isFirst ? undefined : decisionAddress(decisionId)}
      />
      {isOpen ? (
        <form className="mc-choose" action="#cac-danh-muc">
          <SelectField
            name="danh-muc"
            label={t('catalogue.lists.choose')}
            options={listNames.map((list) => ({ value: list, label: t(`catalogue.lists.name.${list}`) }))}
            value={adding}
          />
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('catalogue.lists.continue')}
          </button>
        </form>
      ) : null}
      {isOpen && adding !== undefined ? <ListForm list={adding} version={version} refused={refused} /> : null}
    </section>
  );
}

function columnsOf(version: number, isOpen: boolean, t: Translate): readonly Column<ListLineView>[] {
  return [
    {
      key: 'name',
      header: t('catalogue.office.procedure'),
      isName: true,
      cell: ({ code, name }) => (
        <span className="mc-stack mc-stack--tight">
          <a href={officeProcedureAddress(code)}>{name ?? code}</a>
          <span className="mc-subtle mc-number">{code}</span>
        </span>
      ),
    },
    { key: 'list', header: t('catalogue.lists.list'), cell: ({ list }) => t(`catalogue.lists.name.${list}`) },
    {
      key: 'change',
      header: t('catalogue.lists.change'),
      cell: ({ change, facts }) => (
        <>
          {t(`catalogue.lists.${change}`)}
          {facts === undefined || change === 'remove' ? null : (
            <>
              <br />
              <span className="mc-subtle mc-small">{factsText(facts, t)}</span>
            </>
          )}
        </>
      ),
    },
    ...(isOpen ? [{ key: 'drop', header: t('catalogue.lists.drop'), cell: dropForm }] : []),
  ];
  function dropForm({ list, code, name }: ListLineView) {
    return (
      <form method="post">
        <RequestId form={`bo ${list} ${code}`} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="code" value={code} />
        <button type="submit" name="intent" value="unlist" className="mc-tool">
          {t('catalogue.lists.drop')}
          <span className="mc-visually-hidden"> {name ?? code}</span>
        </button>
      </form>
    );
  }
}

/** What follows from being on a list, in a few words. */
function factsText(facts: ListFacts, t: Translate): string {
  switch (facts.list) {
    case 'post': {
      const ways = facts.intake ? (facts.return ? 'both' : 'in') : facts.return ? 'out' : 'none';
      return t('catalogue.lists.says.post', { ways });
    }
    case 'paperless':
      return facts.weekdays === undefined
        ? t('catalogue.lists.says.every-day')
        : facts.weekdays.map((day) => t(weekdayText(day))).join(', ');
    case 'interconnected': {
      const members = facts.procedures?.map(({ code }) => code).join(', ');
      return [t(`catalogue.lists.kind.${facts.kind}`), facts.name, members].filter(Boolean).join(' – ');
    }
    case 'onlineTime':
      return t('catalogue.lists.says.percent', { percent: facts.percent });
    case 'onlineFee':
      return facts.rule.kind === 'percent'
        ? t('catalogue.lists.says.percent', { percent: facts.rule.percent })
        : '';
    case 'essential':
      return facts.name ?? '';
  }
}
