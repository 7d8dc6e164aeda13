import { useEffect, useState } from 'react';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { NeededComponent } from '../../../modules/catalogue/contract.ts';
import { useTexts } from '../../ui/use-texts.ts';
import type { ListedPaper } from '../listed-paper.ts';
import { PaperEntry } from '../paper-entry.tsx';
import type { Typed } from '../typed.ts';
import { newReportAddress } from '../wrong-list/addresses.ts';
import { counterForm } from './counter-form-props.ts';

export interface CounterPapersProps {
  readonly papers: readonly NeededComponent[];
  readonly versionId: string;
  /** On a day without paper. */
  readonly isPaperless: boolean;
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
}

/** The published list of the case, each paper counted and ticked. */
export function CounterPapers({ papers, versionId, isPaperless, typed, refusal }: CounterPapersProps) {
  const { t } = useTexts();
  return (
    <section className="mc-panel mc-stack mc-stack--snug" aria-labelledby="giay-to">
      <div className="mc-row mc-row--apart">
        <h2 id="giay-to">{t('office.papers.title')}</h2>
        {papers.some(({ component }) => component.mode === 'submit' && !isPaperless) ? <FillButton /> : null}
      </div>
      {papers.length === 0 ? <p>{t('procedure.papers.none')}</p> : null}
      <ol className="mc-papers">
        {papers.map((needed) => (
          <PaperEntry
            key={needed.component.key}
            paper={listedPaper(needed, isPaperless)}
            reportAddress={newReportAddress({ versionId, componentKey: needed.component.key })}
            check={{ form: counterForm, prefix: `${counterForm}.`, typed, refusal }}
          >
            <PaperNotes needed={needed} />
          </PaperEntry>
        ))}
      </ol>
    </section>
  );
}

/** Fills the counts in as the list asks for them; the ticks stay the officer's own. Only with script. */
function FillButton() {
  const { t } = useTexts();
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  if (!scripted) return null;
  return (
    <button type="button" className="ds-button" data-variant="tertiary" onClick={fillCounts}>
      {t('office.walk-in.fill')}
    </button>
  );
}

function fillCounts(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('[data-need="required"] input.mc-count'))
    if (input.value === '') input.value = input.placeholder;
}

function PaperNotes({ needed: { component } }: { readonly needed: NeededComponent }) {
  const { t } = useTexts();
  const notes = [component.condition?.text, component.note].filter((note) => note !== undefined);
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="mc-small mc-subtle">
          {note}
        </p>
      ))}
      {component.alternatives === undefined ? null : (
        <p className="mc-small mc-subtle">
          {t('procedure.papers.alternatives')} {component.alternatives.join('; ')}
        </p>
      )}
    </>
  );
}

function listedPaper({ component, need }: NeededComponent, isPaperless: boolean): ListedPaper {
  const { key, name, mode, originals, copies, certifiedCopies } = component;
  return {
    key,
    name,
    mode,
    need,
    byForm: false,
    signed: isPaperless && component.form?.electronic === true,
    paperless: isPaperless && mode === 'submit',
    ...(originals !== undefined && { originals }),
    ...(copies !== undefined && { copies }),
    ...(certifiedCopies !== undefined && { certifiedCopies }),
  };
}
