import type { LetterData } from '../../documents/public.ts';
import type { ListedComponent } from './intake.ts';

type PrintedPaper = LetterData<'receipt'>['components'][number];

/** A paper of the list as far as a slip tells of it. */
interface Paper extends Pick<ListedComponent, 'name' | 'mode' | 'byForm' | 'paperless'> {
  readonly receivedOriginals: number | null;
  readonly receivedCopies: number | null;
  readonly comparedWithOriginal: boolean | null;
  readonly fileIds: readonly string[];
}

/** What was handed in: originals and copies at the counter, files, the e-form where one was filled in, and what was shown. */
export function papersHandedIn(listed: readonly Paper[], hasForm: boolean): PrintedPaper[] {
  return listed.flatMap((paper) => [
    ...lines(paper, 'original', paper.receivedOriginals),
    ...lines(paper, 'copy', paper.receivedCopies),
    ...electronic(paper, hasForm),
    ...signed(paper, hasForm),
    ...shown(paper, hasForm),
  ]);
}

/** What was sent online, whatever a counter has received since. */
export function papersSentOnline(listed: readonly Paper[], hasForm: boolean): PrintedPaper[] {
  return listed.flatMap((paper) => electronic(paper, hasForm));
}

/** A paper shown and given back is on the slip too, so that nobody looks for it later. */
function shown(
  { name, mode, byForm, paperless, comparedWithOriginal }: Paper,
  hasForm: boolean,
): PrintedPaper[] {
  if (byForm && !hasForm) return [];
  if (!(mode === 'present' || paperless) || comparedWithOriginal !== true) return [];
  return [{ name, form: 'original', count: 1, note: 'xuất trình, đã trả lại' }];
}

/** The declaration that stands in for an e-form nobody filled in: signed before the officer, a picture kept. */
function signed({ name, byForm, comparedWithOriginal }: Paper, hasForm: boolean): PrintedPaper[] {
  if (!byForm || hasForm || comparedWithOriginal !== true) return [];
  return [{ name, form: 'original', count: 1, note: 'người nộp đã ký trước cán bộ, đã trả lại' }];
}

/** The e-form stands in for a paper only where there is one: at a counter nobody fills it in. */
function electronic(paper: Paper, hasForm: boolean): PrintedPaper[] {
  return lines(paper, 'electronic', paper.byForm && hasForm ? 1 : paper.fileIds.length);
}

function lines({ name }: Paper, form: PrintedPaper['form'], count: number | null): PrintedPaper[] {
  return count ? [{ name, form, count }] : [];
}
