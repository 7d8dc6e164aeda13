import type { Refusal } from '../../../kernel/refusal.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PartChoices } from '../../ui/part-choices.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { FeeFields } from '../fee/fee-fields.tsx';
import type { Typed } from '../typed.ts';
import { type CounterFormProps, counterForm } from './counter-form-props.ts';
import { CounterPapers } from './counter-papers.tsx';
import { PartyFields } from './party-fields.tsx';
import { PostFields } from './post-fields.tsx';
import { RepresentationFields } from './representation-fields.tsx';
import { Settle } from './settle.tsx';

/** Something of the person who brings the papers was typed, or is wrong: then it must be seen. */
function concernsSubmitter(typed: Typed, refusal: Refusal | undefined): boolean {
  return (
    Object.entries(typed).some(([name, value]) => /^(submitter|representation)/.test(name) && value !== '') ||
    (refusal?.fields ?? []).some(({ pointer }) => /^\/(submitter|representation)/.test(pointer))
  );
}

/** Papers, people, money, and the one or two ways to finish: all on one page. */
export function CounterForm(props: CounterFormProps) {
  const { version, guide, counter, channel, search, typed, refusal } = props;
  const { t } = useTexts();
  const settles = version.content.settledAtCounter && counter.finishes;
  return (
    <form key={search} method="post" id={counterForm} className="mc-counter">
      <RequestId form={counterForm} />
      <input type="hidden" name="competentUnitId" value={counter.chosenId} />
      <div className="mc-stack">
        <section className="mc-panel mc-stack mc-stack--snug" aria-labelledby="nguoi">
          <h2 id="nguoi">{t('office.walk-in.people')}</h2>
          <PartyFields who="owner" typed={typed} refusal={refusal} />
          <details className="mc-disclosure" open={concernsSubmitter(typed, refusal) ? true : undefined}>
            <summary>{t('office.walk-in.submitter')}</summary>
            <div className="mc-disclosure__body mc-stack">
              <PartyFields who="submitter" typed={typed} refusal={refusal} />
              <RepresentationFields typed={typed} refusal={refusal} />
            </div>
          </details>
        </section>
        {counter.paperlessBy === undefined ? null : (
          <Notice tone="info" title={t('paperless.today')}>
            <p>{t('paperless.today.body', { source: counter.paperlessBy })}</p>
            <p>
              <a href="/can-bo/ho-tro">{t('paperless.today.online')}</a>
            </p>
          </Notice>
        )}
        <CounterPapers
          papers={guide.papers}
          versionId={version.id}
          isPaperless={counter.paperlessBy !== undefined}
          typed={typed}
          refusal={refusal}
        />
      </div>
      <div className="mc-stack">
        <section className="mc-panel mc-stack mc-stack--snug" aria-labelledby="thu-phi">
          <h2 id="thu-phi">{t('procedure.fee.title')}</h2>
          <FeeFields
            facts={{ fees: version.content.fees, caseKey: guide.chosenCase?.key ?? '', channel }}
            typed={typed}
            refusal={refusal}
            prefix={`${counterForm}.`}
          />
        </section>
        {counter.group === undefined ? null : (
          <div className="mc-panel">
            <PartChoices group={counter.group} typed={typed} />
          </div>
        )}
        <PostFields {...props} />
        <section className="mc-panel mc-stack mc-stack--snug mc-actions" aria-labelledby="ket-thuc">
          <h2 id="ket-thuc">{t('office.actions.title')}</h2>
          <ReceivedAt {...props} />
          {settles ? <Settle {...props} /> : null}
          <p className="mc-small mc-subtle">{t('office.effect.register')}</p>
          <button
            type="submit"
            name="intent"
            value="register"
            className="ds-button"
            data-variant={settles ? 'secondary' : 'primary'}
          >
            {t('office.act.register')}
          </button>
        </section>
      </div>
    </form>
  );
}

/** The counter that receives; asked only of those who stand at several. */
function ReceivedAt({ counter, typed }: CounterFormProps) {
  const { t } = useTexts();
  const [only, ...others] = counter.receivedAt;
  if (others.length === 0) return <input type="hidden" name="receivedUnitId" value={only?.unitId} />;
  return (
    <SelectField
      name="receivedUnitId"
      id={`${counterForm}.receivedUnitId`}
      label={t('office.standing.received-by')}
      options={counter.receivedAt.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      value={typed.receivedUnitId}
    />
  );
}
