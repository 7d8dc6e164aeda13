import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';

/** A series of numbers: one agency's book in one year (NĐ 30/2020: numbers begin anew each year). */
export interface NumberBook {
  readonly unitId: Id<'unit'>;
  /** Key of the book, such as `KQ.G15.000031` or `van-ban-di`. */
  readonly book: string;
  readonly year: number;
}

export interface NewResult {
  /** What it is the result of (a dossier); opaque here. */
  readonly subjectId: string;
  /** National code of the kind of result, such as KQ.G15.000031. */
  readonly typeCode: string;
  readonly unitId: Id<'unit'>;
  /** Book as written on the paper, such as "01/2026"; names the series when the number is taken here. */
  readonly book: string;
  /** Number given elsewhere (a ministry's system); without it the next of the book is taken. */
  readonly number?: string | undefined;
  readonly issuedOn: PlainDate;
  /** Authority and position over the signature: `['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']`. */
  readonly signerLines: readonly string[];
  readonly signerId?: Id<'person'> | undefined;
  readonly fileId?: Id<'file'> | undefined;
}

export interface RegisteredResult {
  readonly resultId: Id<'result'>;
  readonly subjectId: string;
  readonly typeCode: string;
  readonly unitId: Id<'unit'>;
  readonly book: string;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly fileId: Id<'file'> | undefined;
}
