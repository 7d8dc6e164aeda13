import type { FileHoldView } from '../../modules/documents/contract.ts';
import { StatusTag, type Tone } from './status-tag.tsx';
import { useTexts } from './use-texts.ts';

const tones: Record<FileHoldView['why'], Tone> = {
  waiting: 'neutral',
  infected: 'danger',
  unscanned: 'warning',
};

/** Says beside a file that the scanner has not looked at it, could not, or found something in it. */
export function FileHold({ hold }: { readonly hold: FileHoldView | undefined }) {
  const { t } = useTexts();
  return hold === undefined ? null : (
    <StatusTag tone={tones[hold.why]}>{t(`documents.hold.${hold.why}`)}</StatusTag>
  );
}
