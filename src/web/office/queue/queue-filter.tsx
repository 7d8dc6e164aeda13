import {
  type Queue,
  type QueueChoice,
  type QueueColumn,
  type QueueFacets,
  type QueueScope,
  queueColumns,
} from '../../../modules/dossiers/contract.ts';
import { SelectField, Tick } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { queueAddress } from '../office-queues.ts';
import { choicePairs, choiceQuery } from './queue-params.ts';

interface FilterProps {
  readonly queue: Queue;
  readonly choice: QueueChoice;
  readonly columns: readonly QueueColumn[];
  readonly facets: QueueFacets;
  readonly isNarrowed: boolean;
}

const channels = ['online', 'assistedOnline', 'counter', 'post'] as const;

/** Whose rows: one's own, the group's, or all of the units one leads. */
export function ScopeTabs({
  queue,
  choice,
  scopes,
}: Pick<FilterProps, 'queue' | 'choice'> & { readonly scopes: readonly QueueScope[] }) {
  const { t } = useTexts();
  const chosen = choice.scope ?? 'group';
  return (
    <nav className="mc-tabs mc-no-print" aria-label={t('office.queue.scope')}>
      {scopes.map((scope) => (
        <a
          key={scope}
          href={`${queueAddress(queue)}${choiceQuery({ ...choice, scope })}`}
          aria-current={scope === chosen ? 'true' : undefined}
        >
          {t(`office.queue.scope.${scope}`)}
        </a>
      ))}
    </nav>
  );
}

/** Narrows the queue, orders it, chooses its columns; a form that asks for a page, so it works without script. */
export function QueueFilter({ queue, choice, columns, facets, isNarrowed }: FilterProps) {
  const { t } = useTexts();
  return (
    <details className="mc-disclosure mc-filter mc-no-print" open={isNarrowed}>
      <summary className="mc-filter__title">{t('office.queue.filter')}</summary>
      <form method="get" action={queueAddress(queue)} className="mc-filter__form mc-stack mc-stack--snug">
        <input type="hidden" name="pham-vi" value={choice.scope ?? 'group'} />
        <div className="mc-filters">
          <SelectField
            name="thu-tuc"
            label={t('office.queue.procedure')}
            value={choice.procedure}
            empty={t('office.queue.any')}
            options={facets.procedures.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <SelectField
            name="buoc"
            label={t('office.queue.step')}
            value={choice.step}
            empty={t('office.queue.any')}
            options={facets.steps.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <SelectField
            name="kenh"
            label={t('office.queue.channel')}
            value={choice.channel}
            empty={t('office.queue.any')}
            options={channels.map((value) => ({ value, label: t(`dossiers.channel.${value}`) }))}
          />
          <SelectField
            name="sap-xep"
            label={t('office.queue.sort')}
            value={choice.sort ?? 'due'}
            options={(['due', 'newest'] as const).map((value) => ({
              value,
              label: t(`office.queue.sort.${value}`),
            }))}
          />
        </div>
        <Tick
          name="qua-han"
          value="1"
          label={t('office.queue.only-overdue')}
          checked={choice.overdue === true}
        />
        <fieldset className="ds-fieldset mc-column-choice">
          <legend className="ds-label">{t('office.queue.columns')}</legend>
          <div className="mc-row">
            {queueColumns.map((column) => (
              <Tick
                key={column}
                name="cot"
                id={`cot-${column}`}
                value={column}
                label={t(`office.queue.${column}`)}
                checked={columns.includes(column)}
              />
            ))}
          </div>
        </fieldset>
        <div className="mc-row">
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('office.queue.apply')}
          </button>
          {isNarrowed ? <a href={`${queueAddress(queue)}?pham-vi=group`}>{t('office.queue.clear')}</a> : null}
        </div>
      </form>
    </details>
  );
}

/** Keeps what the address says as the officer's own way to see this queue. */
export function KeepChoice({ choice }: Pick<FilterProps, 'choice'>) {
  const { t } = useTexts();
  return (
    <form method="post" className="mc-no-print">
      <RequestId form="keep" />
      <input type="hidden" name="intent" value="keep" />
      {choicePairs(choice).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="ds-button" data-variant="tertiary">
        {t('office.queue.keep')}
      </button>
    </form>
  );
}
