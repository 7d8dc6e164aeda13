import { useEffect, useRef, useState } from 'react';
import { type MergeConflict, mergeDocuments, placeName } from '../../../../modules/catalogue/contract.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import { placeWords, valueWords } from './place-words.ts';
import { isRow, type Row } from './row-values.ts';
import type { OtherText } from './use-saving.ts';

export interface ConflictProps {
  readonly mine: Row;
  readonly other: OtherText;
  readonly onSettle: (other: OtherText, joined: Row) => void;
}

type Choice = 'mine' | 'theirs';

/** Two people changed the same places: each is shown side by side and chosen; everything else is joined already. */
export function Conflict({ mine, other, onSettle }: ConflictProps) {
  const { t } = useTexts();
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { conflicts } = mergeDocuments(other.base, mine, other.document);
  const isChosen = conflicts.every(({ place }) => choices.has(placeName(place)));
  const settle = () => {
    const { document } = mergeDocuments(other.base, mine, other.document, choices);
    if (isRow(document)) onSettle(other, document);
  };
  return (
    <section
      ref={box}
      tabIndex={-1}
      className="mc-conflict mc-stack mc-stack--snug"
      aria-labelledby="hai-nguoi"
    >
      <h2 id="hai-nguoi">{t('catalogue.edit.conflict.title', { who: other.who })}</h2>
      <p>{t('catalogue.edit.conflict.body')}</p>
      {conflicts.map((conflict) => (
        <Place
          key={placeName(conflict.place)}
          conflict={conflict}
          who={other.who}
          document={other.document}
          title={placeWords(conflict.place, other.document, t)}
          onChoose={(choice) => setChoices(new Map([...choices, [placeName(conflict.place), choice]]))}
        />
      ))}
      <button
        type="button"
        className="ds-button mc-fit"
        data-variant="primary"
        disabled={!isChosen}
        onClick={settle}
      >
        {t('catalogue.edit.conflict.apply')}
      </button>
    </section>
  );
}

interface PlaceProps {
  readonly conflict: MergeConflict;
  readonly who: string;
  readonly title: string;
  readonly document: Row;
  readonly onChoose: (choice: Choice) => void;
}

function Place({ conflict, who, title, document, onChoose }: PlaceProps) {
  const { t } = useTexts();
  const name = `chon-${placeName(conflict.place)}`;
  return (
    <fieldset className="mc-conflict__place">
      <legend>{title}</legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className="mc-conflict__side">
          <span>
            <input type="radio" name={name} onChange={() => onChoose(side)} />{' '}
            <strong>
              {side === 'mine'
                ? t('catalogue.edit.conflict.mine')
                : t('catalogue.edit.conflict.theirs', { who })}
            </strong>
          </span>
          <span className="mc-conflict__text">
            {valueWords(conflict[side], conflict.place, document) || t('catalogue.edit.conflict.nothing')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
