import type { ReactNode } from 'react';
import type { Refusal } from '../../../kernel/refusal.ts';
import { type ClockPageView, loggedGrounds } from '../../../modules/dossiers/contract.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField, TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';

export interface ClockFormsProps {
  readonly view: ClockPageView;
  readonly now: Date;
  /** What was sent and refused. */
  readonly sent: { readonly refusal: Refusal; readonly act: string; readonly typed: Typed } | undefined;
}

/** What the viewer may do about the time: apologise, notice further time, write into the log. Only what is allowed. */
export function ClockForms({ view, sent }: ClockFormsProps) {
  const of = (act: string) => (sent?.act === act ? sent : undefined);
  return (
    <>
      {view.extension === undefined ? null : (
        <Extension extension={view.extension} sent={of('extend')} dossierId={view.dossierId} />
      )}
      {view.mayApologise ? <Apology sent={of('apologise')} dossierId={view.dossierId} /> : null}
      {view.mayLog ? <LogForms view={view} sent={of('suspend')} /> : null}
    </>
  );
}

interface OneForm {
  readonly dossierId: string;
  readonly sent: ClockFormsProps['sent'];
}

function Apology({ dossierId, sent }: OneForm) {
  const { t } = useTexts();
  const problem = useProblems(sent?.refusal);
  return (
    <Act id={`apologise ${dossierId}`} act="apologise" sent={sent} open={t('clock.apology.open')}>
      <TextField
        name="newDueOn"
        id="apologise.newDueOn"
        type="date"
        label={t('clock.apology.new-date')}
        hint={t('clock.apology.new-date.hint')}
        value={sent?.typed.newDueOn}
        problem={problem('/newDueOn')}
      />
      <Reason act="apologise" sent={sent} />
      <p className="mc-small mc-subtle">{t('clock.apology.effect')}</p>
      <Submit act="apologise">{t('clock.apology.submit')}</Submit>
    </Act>
  );
}

function Extension({
  extension,
  dossierId,
  sent,
}: OneForm & { readonly extension: NonNullable<ClockPageView['extension']> }) {
  const { t } = useTexts();
  const problem = useProblems(sent?.refusal);
  const { most, unit, source } = extension;
  return (
    <Act id={`extend ${dossierId}`} act="extend" sent={sent} open={t('clock.extension.open')}>
      <p className="mc-small">{t('clock.extension.basis', { source })}</p>
      <TextField
        name="amount"
        id="extend.amount"
        inputMode="numeric"
        isCount
        label={t('clock.extension.amount')}
        hint={t(`clock.extension.amount.${unit}`, { most })}
        value={sent?.typed.amount ?? String(most)}
        problem={problem('/amount')}
      />
      <Reason act="extend" sent={sent} />
      <p className="mc-small mc-subtle">{t('clock.extension.effect')}</p>
      <Submit act="extend">{t('clock.extension.submit')}</Submit>
    </Act>
  );
}

function LogForms({ view, sent }: Pick<ClockFormsProps, 'view' | 'sent'>) {
  const { t } = useTexts();
  const problem = useProblems(sent?.refusal);
  return (
    <>
      {view.clock.suspensions
        .filter(({ to, awaits }) => to === undefined && !awaits)
        .map((line) => (
          <form key={line.suspensionId} method="post" className="mc-panel mc-stack mc-stack--snug">
            <RequestId form={`resume ${line.suspensionId}`} />
            <input type="hidden" name="suspensionId" value={line.suspensionId} />
            <p>
              <strong>{line.groundName}</strong>
            </p>
            <Submit act="resume">{t('clock.resume.submit')}</Submit>
          </form>
        ))}
      <Act id={`suspend ${view.dossierId}`} act="suspend" sent={sent} open={t('clock.suspend.open')}>
        <SelectField
          name="ground"
          id="suspend.ground"
          label={t('clock.suspend.ground')}
          options={loggedGrounds.map((value) => ({ value, label: t(`clock.suspend.ground.${value}`) }))}
          value={sent?.typed.ground}
          problem={problem('/ground')}
        />
        <TextField
          name="document"
          id="suspend.document"
          label={t('clock.suspend.document')}
          hint={t('clock.suspend.document.hint')}
          value={sent?.typed.document}
          problem={problem('/document')}
        />
        <p className="mc-small mc-subtle">{t('clock.suspend.effect')}</p>
        <Submit act="suspend">{t('clock.suspend.submit')}</Submit>
      </Act>
    </>
  );
}

interface ActProps {
  readonly id: string;
  readonly act: string;
  readonly open: string;
  readonly sent: ClockFormsProps['sent'];
  readonly children: ReactNode;
}

function Act({ id, open, sent, children }: ActProps) {
  return (
    <Disclosure summary={open} open={sent !== undefined}>
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form={id} />
        {children}
      </form>
    </Disclosure>
  );
}

function Reason({ act, sent }: { readonly act: string; readonly sent: ClockFormsProps['sent'] }) {
  const { t } = useTexts();
  const problem = useProblems(sent?.refusal);
  return (
    <TextArea
      name="reason"
      id={`${act}.reason`}
      label={t('clock.reason')}
      hint={t('clock.reason.hint')}
      value={sent?.typed.reason}
      problem={problem('/reason')}
      rows={4}
    />
  );
}

function Submit({ act, children }: { readonly act: string; readonly children: ReactNode }) {
  return (
    <button type="submit" name="intent" value={act} className="ds-button" data-variant="secondary">
      {children}
    </button>
  );
}
