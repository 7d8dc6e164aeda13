import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { HoldView } from '../../../modules/privacy/contract.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea, useProblems } from '../../ui/fields.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { dayText } from './due-columns.tsx';

export interface OpenHoldProps {
  readonly hold: HoldView;
  readonly today: PlainDate;
  readonly refusal: Refusal | undefined;
  /** What was typed into this one's form. */
  readonly typed: string | undefined;
}

/** One hold: why, by which paper, until when; and lifting it. */
export function OpenHold({ hold, today, refusal, typed }: OpenHoldProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const { holdId, untilOn } = hold;
  const isOver = untilOn !== undefined && untilOn < today;
  return (
    <div className="mc-stack mc-stack--snug">
      <div className="mc-row mc-row--apart">
        <h2>
          <a href={`/can-bo/ho-so/${hold.dossierId}`}>{hold.code}</a>
        </h2>
        <StatusTag tone={isOver ? 'warning' : 'info'}>
          {untilOn === undefined
            ? t('retention.hold.open')
            : t(isOver ? 'retention.hold.over' : 'retention.hold.until-on', { on: dayText(untilOn) })}
        </StatusTag>
      </div>
      <DefinitionList
        items={[
          { term: t('retention.hold.ground'), value: t(`retention.hold.ground.${hold.ground}`) },
          { term: t('retention.hold.number'), value: hold.decisionNumber },
          { term: t('retention.hold.reason'), value: hold.reason },
          {
            term: t('retention.hold.by'),
            value: (
              <>
                {hold.putBy}, <DateTime at={new Date(hold.putAt)} />
              </>
            ),
          },
        ]}
      />
      <Disclosure summary={t('retention.hold.lift')} open={typed !== undefined}>
        <form method="post" className="mc-stack mc-stack--snug mc-form">
          <RequestId form={`thoi giu ${holdId}`} />
          <input type="hidden" name="holdId" value={holdId} />
          <TextArea
            name="reason"
            id={`thoi-giu-${holdId}`}
            label={t('retention.hold.lift.reason')}
            value={typed}
            problem={problem('/reason')}
          />
          <div>
            <button className="ds-button" data-variant="secondary" type="submit">
              {t('retention.hold.lift')}
            </button>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
