import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { acceptedFiles, uploadFields } from '../../../modules/documents/contract.ts';
import { Icon } from '../../ui/icon.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { sendFiles, type UploadState } from './send-files.ts';

export interface PaperUploadProps {
  readonly paper: { readonly key: string; readonly name: string; readonly files: readonly unknown[] };
  /** What says where the files belong, besides the paper. */
  readonly place: Readonly<Record<string, string>>;
  /** The page to come back to without script. */
  readonly backTo: string;
  /** Bytes one file may have. */
  readonly largestUpload: number;
}

/** Gives files for a paper: chosen and sent with a button; with script sent as soon as chosen, with its progress. */
export function PaperUpload({ paper, place, backTo, largestUpload }: PaperUploadProps) {
  const { t } = useTexts();
  const id = useId();
  const [scripted, setScripted] = useState(false);
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const { revalidate } = useRevalidator();
  const box = useRef<HTMLInputElement>(null);
  const busy = useRef(false);
  const send = useCallback(async () => {
    const input = box.current;
    if (busy.current || !input?.form || !input.files?.length) return;
    busy.current = true;
    const outcome = await sendFiles(new FormData(input.form), setState);
    setState(outcome);
    input.value = '';
    busy.current = false;
    if (outcome.kind === 'done') await revalidate();
  }, [revalidate]);
  const first = useRef(send);
  useEffect(() => {
    setScripted(true);
    // A file may have been chosen before the script ran.
    void first.current();
  }, []);

  return (
    <form className="mc-upload" method="post" action="/tai-len" encType="multipart/form-data">
      <RequestId form={`tai-len ${paper.key}`} />
      <input type="hidden" name={uploadFields.backTo} value={backTo} />
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="componentKey" value={paper.key} />
      <label
        className={scripted ? 'ds-button mc-upload__choose' : 'ds-label'}
        data-variant="secondary"
        htmlFor={id}
      >
        {scripted ? <Icon name="paper" /> : null}
        {t(paper.files.length === 0 ? 'draft.papers.choose' : 'draft.papers.choose-more')}
        <span className="mc-visually-hidden"> – {paper.name}</span>
      </label>
      <p className="mc-subtle mc-small" id={`${id}-goi-y`}>
        {t('draft.papers.accepted', { megabytes: Math.floor(largestUpload / 1_000_000) })}
      </p>
      <input
        ref={box}
        id={id}
        className={scripted ? 'mc-visually-hidden' : 'ds-input'}
        type="file"
        name="tep"
        multiple
        accept={acceptedFiles}
        aria-describedby={`${id}-goi-y`}
        disabled={state.kind === 'sending'}
        onChange={send}
      />
      {scripted ? null : (
        <button className="ds-button" data-variant="secondary" type="submit">
          {t('draft.papers.upload')}
        </button>
      )}
      <div role="status">
        {state.kind === 'sending' ? (
          <p>
            <progress
              className="mc-upload__bar"
              value={state.share}
              max={1}
              aria-label={t('draft.papers.sending')}
            />{' '}
            {t('draft.papers.sent', { percent: Math.floor(state.share * 100) })}
          </p>
        ) : null}
        {state.kind === 'done' ? <p>{t('draft.papers.kept', { count: state.count })}</p> : null}
      </div>
      {state.kind === 'refused' ? (
        <p className="ds-validation-message" role="alert">
          {state.sentence ?? t('draft.papers.broken-off')}
        </p>
      ) : null}
    </form>
  );
}
