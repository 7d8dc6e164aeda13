import type { Refusal } from '../../kernel/refusal.ts';
import type { TextKey } from '../../texts/catalogue.ts';
import { TextField, Tick } from '../ui/fields.tsx';
import { useTexts } from '../ui/use-texts.ts';
import type { ListedPaper } from './listed-paper.ts';
import type { Typed } from './typed.ts';

export interface PaperCheckProps {
  readonly paper: Pick<
    ListedPaper,
    'key' | 'name' | 'mode' | 'signed' | 'paperless' | 'originals' | 'copies' | 'certifiedCopies'
  >;
  /** Id of the form the controls belong to. */
  readonly form: string;
  readonly prefix: string;
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
}

/** What the officer says by the tick: they saw the original, saw it without keeping it, or saw it signed. */
function tickOf({ signed, paperless }: PaperCheckProps['paper']): TextKey {
  if (signed) return 'paperless.signed';
  return paperless ? 'paperless.seen' : 'office.check.compared';
}

/** What the officer found of one paper: counts, the tick "đã đối chiếu bản chính", a note. */
export function PaperCheck({ paper, form, prefix, typed }: PaperCheckProps) {
  const { t } = useTexts();
  const field = (name: string) => `components.${paper.key}.${name}`;
  const isSent = Object.keys(typed).length > 0;
  const value = (name: string) => typed[field(name)];
  return (
    <fieldset className="mc-check" aria-label={t('office.check.label', { name: paper.name })}>
      <input type="hidden" name="component" value={paper.key} form={form} />
      {paper.mode === 'present' || paper.paperless ? null : (
        <>
          <TextField
            name={field('receivedOriginals')}
            id={prefix + field('receivedOriginals')}
            label={t('office.check.originals')}
            value={value('receivedOriginals')}
            placeholder={String(paper.originals ?? 0)}
            inputMode="numeric"
            form={form}
            isCount
          />
          <TextField
            name={field('receivedCopies')}
            id={prefix + field('receivedCopies')}
            label={t('office.check.copies')}
            value={value('receivedCopies')}
            placeholder={String((paper.copies ?? 0) + (paper.certifiedCopies ?? 0))}
            inputMode="numeric"
            form={form}
            isCount
          />
        </>
      )}
      <Tick
        name={field('comparedWithOriginal')}
        id={prefix + field('comparedWithOriginal')}
        label={t(tickOf(paper))}
        checked={isSent && value('comparedWithOriginal') !== undefined}
        form={form}
      />
      <TextField
        name={field('note')}
        id={prefix + field('note')}
        label={t('office.check.note')}
        value={value('note')}
        form={form}
      />
    </fieldset>
  );
}
