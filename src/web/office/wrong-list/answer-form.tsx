import type { Refusal } from '../../../kernel/refusal.ts';
import { answerKinds } from '../../../modules/catalogue/contract.ts';
import { TextArea, Tick, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';

/** Procedure control says what is done about a report, or why nothing is. */
export function AnswerForm({
  typed,
  refusal,
}: {
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
}) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  return (
    <form method="post" className="mc-panel mc-stack mc-stack--snug" aria-labelledby="tra-loi">
      <h2 id="tra-loi">{t('wrong-list.answer.title')}</h2>
      <RequestId form="tra-loi" />
      <fieldset className="ds-fieldset" id="answer" tabIndex={-1}>
        <legend className="ds-label" data-weight="medium">
          {t('wrong-list.answer.kind')}
        </legend>
        {answerKinds.map((kind) => (
          <Tick
            key={kind}
            type="radio"
            name="answer"
            id={`answer-${kind}`}
            value={kind}
            label={t(`wrong-list.answer.${kind}.what`)}
            checked={typed.answer === kind}
          />
        ))}
        {problem('/answer') === undefined ? null : (
          <p className="ds-validation-message" data-color="danger">
            {problem('/answer')}
          </p>
        )}
      </fieldset>
      <TextArea
        name="text"
        label={t('wrong-list.answer.text')}
        hint={t('wrong-list.answer.text.hint')}
        value={typed.text}
        problem={problem('/text')}
        rows={4}
      />
      <div>
        <button type="submit" name="intent" value="answer" className="ds-button" data-variant="primary">
          {t('wrong-list.answer.send')}
        </button>
      </div>
    </form>
  );
}

/** From an accepted report to the draft in which it is mended. */
export function CorrectForm() {
  const { t } = useTexts();
  return (
    <form method="post" className="mc-panel mc-panel--tinted mc-stack mc-stack--snug">
      <RequestId form="soan-sua" />
      <p>{t('wrong-list.correct.effect')}</p>
      <div>
        <button type="submit" name="intent" value="correct" className="ds-button" data-variant="primary">
          {t('wrong-list.correct')}
        </button>
      </div>
    </form>
  );
}
