import { z } from 'zod';
import { dayInput } from '../../kernel/day-input.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';

/** Wire shapes of audit; the browser may import this file. */

const emptyIsAbsent = (value: unknown) => (value === '' ? undefined : value);

/** What to look for in the journal; every field narrows. `subject` is a dossier's code or any id, `login` an officer's. */
export const journalSearchInput = z.strictObject({
  source: z.preprocess(emptyIsAbsent, z.enum(['action', 'read']).optional()),
  login: z.preprocess(emptyIsAbsent, z.string().trim().max(100).optional()),
  subject: z.preprocess(emptyIsAbsent, z.string().trim().max(100).optional()),
  name: z.preprocess(
    emptyIsAbsent,
    z
      .string()
      .regex(/^[a-z.-]{1,80}$/i)
      .optional(),
  ),
  from: z.preprocess(emptyIsAbsent, dayInput.optional()),
  to: z.preprocess(emptyIsAbsent, dayInput.optional()),
});
export type JournalSearchInput = z.infer<typeof journalSearchInput>;

/** One line of the journal: who did or read what, when, from where. */
export interface JournalLine {
  readonly rowId: string;
  readonly source: 'action' | 'read';
  readonly at: string;
  /** Name of the command or query, e.g. `dossiers.accept`. */
  readonly name: string;
  readonly actor: ActorLabel;
  /** Under whose power it was done, where that was lent. */
  readonly onBehalf?: OnBehalfLabel;
  readonly subjectIds: readonly string[];
  readonly originIp?: string;
}

/** `… theo ủy quyền của A (QĐ số …, đến ngày …)`. */
export interface OnBehalfLabel {
  readonly kind: 'authorised' | 'signingFor';
  /** Name and title. */
  readonly principal: string;
  readonly decisionNumber: string;
  readonly lastOn: string;
}

/** Who acted: an officer with the post of that day, a citizen, the system's task, or nobody signed in. */
export interface ActorLabel {
  readonly kind: 'citizen' | 'officer' | 'system' | 'anonymous';
  readonly name: string;
  readonly title?: string;
  readonly unit?: string;
}

/** The key of the sentence that says what a reading was for, where the texts have it. */
export function purposeKey(query: string): string {
  return `audit.purpose.${query.split('.').slice(0, 2).join('.')}`;
}

/** One reading of a citizen's file, as its owner sees it. */
export interface AccessLine {
  readonly at: string;
  /** Name of the query; its purpose is a sentence of the texts. */
  readonly query: string;
  readonly reader: ActorLabel;
  /** Whether the owner read it. */
  readonly own: boolean;
}

/** One reading of anything kept of a citizen, as they see it. */
export interface OwnReading extends AccessLine {
  /** Their dossiers that it showed; none where it showed their record. With the id where the page is open to them. */
  readonly about: readonly {
    readonly code: string;
    readonly procedureName: string;
    readonly dossierId?: string;
  }[];
}

/** The seal of one day. */
export interface HeadView {
  readonly day: PlainDate;
  readonly position: number;
  readonly hash: string;
  readonly authority: string;
  /** The text that was stamped, to the byte. */
  readonly text: string;
  /** `token`: the stamp is an answer of RFC 3161, which anybody can check. */
  readonly stampKind: 'token' | 'key';
  readonly stamp: string;
  readonly stampedAt: string;
}
