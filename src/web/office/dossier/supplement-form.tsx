import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { ComponentView } from '../../../modules/dossiers/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { newReportAddress } from '../wrong-list/addresses.ts';
import { ActionForm } from './action-form.tsx';
import type { ActionFormProps } from './action-props.ts';
import { sentTo } from './sent.ts';
import { SignerField } from './signer-field.tsx';
import { askField } from './supplement-input.ts';

/** One whole notice of what is missing: a reason beside each listed paper, and nothing can be asked that is not listed. */
export function SupplementForm({ view, action, queue, sent, now }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'supplement');
  const problem = useProblems(refusal);
  const papers = view.components.filter(({ need }) => need !== 'unverified');
  return (
    <Disclosure summary={t('office.act.supplement.open')} open={refusal !== undefined}>
      <ActionForm action={action} queue={queue} effect={t(`office.effect.supplement.${effectOf(action)}`)}>
        {(action.earlier ?? 0) > 0 ? (
          <Notice tone="warning">
            <p>{t('office.supplement.again', { earlier: action.earlier ?? 0 })}</p>
          </Notice>
        ) : null}
        <p className="mc-small">{t('office.supplement.whole')}</p>
        {papers.map((paper) => (
          <Reason
            key={paper.key}
            paper={paper}
            value={typed[askField(paper.key)]}
            problem={problem(`/items/${paper.key}/reason`)}
          />
        ))}
        <TextArea
          name="guidance"
          id="supplement.guidance"
          label={t('office.supplement.guidance')}
          value={typed.guidance}
          problem={problem('/guidance')}
          rows={2}
          isOptional
        />
        <TextField
          name="answerBy"
          id="supplement.answerBy"
          type="date"
          label={t('office.supplement.answer-by')}
          value={typed.answerBy ?? inTenDays(now)}
          problem={problem('/answerBy')}
        />
        {action.signed === true ? (
          <SignerField view={view} intent="supplement" typed={typed} problem={problem('/signerPostId')} />
        ) : null}
        <Disclosure summary={t('office.supplement.unlisted.open')} open={problem('/unlisted') !== undefined}>
          <p className="mc-small">
            {t('office.supplement.unlisted.body')}{' '}
            <a href={newReportAddress({ versionId: view.procedureVersionId, dossierId: view.dossierId })}>
              {t('wrong-list.title')}
            </a>
          </p>
          <TextField
            name="unlisted"
            id="supplement.unlisted"
            label={t('office.supplement.unlisted')}
            value={typed.unlisted}
            problem={problem('/unlisted')}
            isOptional
          />
        </Disclosure>
      </ActionForm>
    </Disclosure>
  );
}

function effectOf({ signed }: ActionFormProps['action']): 'intake' | 'appraisal' {
  return signed === true ? 'appraisal' : 'intake';
}

function Reason(props: {
  readonly paper: ComponentView;
  readonly value: string | undefined;
  readonly problem: string | undefined;
}) {
  const { t } = useTexts();
  const { paper, value, problem } = props;
  return (
    <TextArea
      name={askField(paper.key)}
      id={`supplement.items.${paper.key}.reason`}
      label={t('office.supplement.reason', { paper: paper.name })}
      value={value}
      problem={problem}
      rows={1}
      isOptional
    />
  );
}

const day = 86_400_000;

/** A day people can keep, to begin with. */
function inTenDays(now: Date): string {
  return plainDateOf(new Date(now.getTime() + 10 * day));
}
