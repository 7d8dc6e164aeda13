import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { FieldRefusal, Refusal } from '../../../kernel/refusal.ts';
import type { DraftView } from '../../../modules/dossiers/contract.ts';
import type { FormContext, FormDefinition, FormPage } from '../../../modules/forms/contract.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FormFields } from '../../ui/form/form-fields.tsx';
import { type AddressUnits, FormStateContext } from '../../ui/form/form-state.ts';
import { useAutosave } from '../../ui/form/use-autosave.ts';
import { useLiveForm } from '../../ui/form/use-live-form.ts';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { SaveStatus } from './save-status.tsx';

export interface SectionFormProps {
  readonly draft: DraftView;
  readonly definition: FormDefinition;
  readonly page: FormPage;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly marked: readonly string[];
  readonly units: AddressUnits;
  readonly context: FormContext;
  /** Of the page just sent, with what was typed. */
  readonly refusal: Refusal | undefined;
  readonly typed: Readonly<Record<string, unknown>> | undefined;
  /** Where to sign in again when the session has ended. */
  readonly signIn: string;
}

/** One page of the form, in the hands of the citizen: works when sent, helps while typing. */
export function SectionForm({ draft, page, refusal, typed, signIn, ...rest }: SectionFormProps) {
  const { t } = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(`/ban-khai/${draft.draftId}/luu`, form, draft.version);
  const live = useLiveForm(
    {
      ...rest,
      page,
      isOwn: draft.helps === undefined,
      answers: typed ?? rest.answers,
      refusals: refusal?.fields ?? [],
      onCatchUp: autosave.touched,
    },
    form,
  );
  const [found, setFound] = useState<readonly FieldRefusal[]>();
  const scripted = useScripted();

  const proceeding = useRef(false);
  const changeRows = (change: string) => {
    live.state.rows.change(change);
    autosave.touched();
  };

  /** With script: check here first, keep what was typed, and only then leave the page. */
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (!scripted || proceeding.current) return;
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(submitter instanceof HTMLButtonElement)) return;
    const refusals = submitter.value === 'continue' ? live.check() : [];
    setFound(refusals.length > 0 ? refusals : undefined);
    if (refusals.length > 0 || !(await autosave.save())) return;
    proceeding.current = true;
    form.current?.requestSubmit(submitter);
  }

  const { state } = live;
  const shown = page.fields.filter((field) => state.visible.has(`/${field.key}`)).map((field) => field.key);
  const summary = useMemo<Refusal | undefined>(
    () => (found === undefined ? refusal : { kind: 'invalid', type: 'forms.incomplete', fields: found }),
    [found, refusal],
  );
  return (
    <form
      ref={form}
      method="post"
      noValidate
      className="mc-form mc-stack mc-stack--loose"
      onInput={(event) => {
        live.onInput(event);
        autosave.touched();
      }}
      onBlur={live.onBlur}
      onSubmit={onSubmit}
    >
      {/* Enter in a box presses the first button of a form: it must be this one, not one that changes rows. */}
      <button
        className="mc-visually-hidden"
        type="submit"
        name="_action"
        value="continue"
        tabIndex={-1}
        aria-hidden="true"
      />
      <ErrorSummary refusal={summary} />
      <RequestId form="section" />
      <input type="hidden" name="buoc" value={page.section.key} />
      {/* Without `off` a browser that goes back puts an old version into the new page. */}
      <input type="hidden" name="version" value={autosave.version} autoComplete="off" />
      <input type="hidden" name="shown" value={shown.join(',')} autoComplete="off" />
      {page.section.help === undefined ? null : <p className="mc-lead">{page.section.help}</p>}
      <FormStateContext value={{ ...state, rows: { ...state.rows, change: changeRows } }}>
        <FormFields fields={page.fields} level={state.answers} />
      </FormStateContext>
      <div className="mc-form__actions">
        <button className="ds-button" data-variant="primary" name="_action" value="continue" type="submit">
          {t('draft.continue')}
        </button>
        <button className="ds-button" data-variant="tertiary" name="_action" value="leave" type="submit">
          {t('draft.leave')}
        </button>
        <SaveStatus state={autosave.state} signIn={signIn} />
      </div>
    </form>
  );
}

/** False until the script runs: then the form is sent as it is. */
function useScripted(): boolean {
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return scripted;
}
