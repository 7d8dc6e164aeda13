import type { ReactNode } from 'react';
import type { PartState, PartView } from '../../modules/dossiers/contract.ts';
import { PartName } from './part-choices.tsx';
import { StatusTag, type Tone } from './status-tag.tsx';
import { useTexts } from './use-texts.ts';

const tones: Readonly<Record<PartState, Tone>> = {
  waiting: 'neutral',
  sent: 'info',
  done: 'success',
  refused: 'danger',
};

export interface PartListProps {
  readonly parts: readonly PartView[];
  /** What may be done about one. */
  readonly act?: (part: PartView) => ReactNode;
}

/** The other procedures of a dossier: who takes part, how far each is, its result. */
export function PartList({ parts, act }: PartListProps) {
  const { t } = useTexts();
  return (
    <ul className="mc-plain mc-stack mc-stack--snug">
      {parts.map((part) => (
        <li key={part.code}>
          <p>
            <PartName part={part} />
          </p>
          <p className="mc-small">
            <StatusTag tone={tones[part.state]}>{t(`parts.state.${part.state}`)}</StatusTag>{' '}
            {part.foreignCode === undefined ? null : t('parts.foreign-code', { code: part.foreignCode })}{' '}
            {part.resultNumber === undefined
              ? null
              : t('parts.result', {
                  number: part.resultNumber,
                  on: (part.resultOn ?? '').split('-').reverse().join('/'),
                })}
          </p>
          {part.reason === undefined ? null : <p className="mc-small">{part.reason}</p>}
          {act?.(part)}
        </li>
      ))}
    </ul>
  );
}
