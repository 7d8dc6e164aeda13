import type { Certainty, Doubt } from '../../content.ts';
import { certaintyWords, doubtWords } from '../../sheets/words.ts';
import type { Words } from './row-reader.ts';

/** The columns every sheet of facts ends with. */
interface AssuredRow {
  word<W extends Words>(key: 'certainty', words: W): (keyof W & string) | undefined;
  words<W extends Words>(key: 'doubts', words: W): (keyof W & string)[];
}

type Assurance = { certainty: Certainty; doubts: Doubt[] };

/**
 * How sure a fact of a workbook is: as its row says; where it says nothing, checked unless something looks wrong.
 * What looks wrong counts too where the row says "chưa đối chiếu" without a reason.
 */
export function assure(row: AssuredRow, found: readonly Doubt[] = []): Assurance {
  const said = row.word('certainty', certaintyWords);
  const given = row.words('doubts', doubtWords);
  const doubts = given.length > 0 || said === 'verified' ? given : [...found];
  return { certainty: said ?? (doubts.length > 0 ? 'unverified' : 'verified'), doubts };
}
