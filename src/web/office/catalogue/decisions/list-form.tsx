import type { Refusal } from '../../../../kernel/refusal.ts';
import type { ListName } from '../../../../modules/catalogue/contract.ts';
import { SelectField, TextArea, TextField, Tick, useProblems } from '../../../ui/fields.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Typed } from '../../typed.ts';
import { weekdayText } from './weekday-text.ts';

export interface ListFormProps {
  readonly list: ListName;
  readonly version: number;
  /** What was typed when it was sent and refused. */
  readonly refused: { readonly typed: Typed; readonly refusal: Refusal } | undefined;
}

/** Procedures by their codes, and what follows for them from being on the list. */
export function ListForm({ list, version, refused }: ListFormProps) {
  const { t } = useTexts();
  const problem = useProblems(refused?.refusal);
  return (
    <form method="post" className="mc-panel mc-stack mc-stack--snug">
      <h3>{t(`catalogue.lists.name.${list}`)}</h3>
      <RequestId form={`danh-muc ${list}`} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="list" value={list} />
      <SelectField
        name="does"
        label={t('catalogue.lists.does')}
        value={refused?.typed.does}
        options={(['add', 'remove'] as const).map((does) => ({
          value: does,
          label: t(`catalogue.lists.${does}`),
        }))}
      />
      <TextArea
        name="codes"
        label={t('catalogue.lists.codes')}
        hint={t('catalogue.lists.codes.hint')}
        rows={4}
        value={refused?.typed.codes}
        problem={problem('/codes')}
      />
      <Facts list={list} typed={refused?.typed} problem={problem} />
      <button type="submit" name="intent" value="list" className="ds-button mc-fit" data-variant="primary">
        {t('catalogue.lists.save')}
      </button>
    </form>
  );
}

interface FactsProps {
  readonly list: ListName;
  readonly typed: Typed | undefined;
  readonly problem: ReturnType<typeof useProblems>;
}

function Facts({ list, typed, problem }: FactsProps) {
  const { t } = useTexts();
  switch (list) {
    case 'post':
      return (
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{t('catalogue.lists.post.ways')}</legend>
          <Tick
            name="intake"
            label={t('catalogue.lists.intake')}
            value="1"
            checked={typed?.intake !== undefined || typed === undefined}
          />
          <Tick
            name="return"
            label={t('catalogue.lists.return')}
            value="1"
            checked={typed?.return !== undefined || typed === undefined}
          />
        </fieldset>
      );
    case 'interconnected':
      return (
        <>
          <SelectField
            name="kind"
            label={t('catalogue.lists.kind')}
            value={typed?.kind}
            options={(['group', 'same-level', 'across-levels'] as const).map((kind) => ({
              value: kind,
              label: t(`catalogue.lists.kind.${kind}`),
            }))}
          />
          <TextField
            name="name"
            label={t('catalogue.lists.group.name')}
            value={typed?.name}
            problem={problem('/name')}
            isOptional
          />
          <TextArea
            name="members"
            label={t('catalogue.lists.group.members')}
            hint={t('catalogue.lists.group.members.hint')}
            rows={4}
            value={typed?.members}
            problem={problem('/members')}
            isOptional
          />
        </>
      );
    case 'paperless':
      return (
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{t('catalogue.lists.weekdays')}</legend>
          <p className="mc-subtle mc-small">{t('catalogue.lists.weekdays.hint')}</p>
          {[1, 2, 3, 4, 5, 6, 7].map((day) => (
            <Tick
              key={day}
              name="weekday"
              id={`weekday.${day}`}
              label={t(weekdayText(day))}
              value={String(day)}
            />
          ))}
        </fieldset>
      );
    case 'onlineTime':
    case 'onlineFee':
      return (
        <TextField
          name="percent"
          label={t('catalogue.lists.percent')}
          value={typed?.percent}
          problem={problem('/percent')}
          inputMode="numeric"
          isCount
        />
      );
    case 'essential':
      return null;
  }
}
