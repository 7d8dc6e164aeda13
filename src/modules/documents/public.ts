/** The only door of documents: files of people and offices, official letters, the register of results. */
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../kernel/id.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Result } from '../../kernel/result.ts';
import type { Connection, Tx } from '../../platform/database.ts';
import type { LetterData, LetterFormCode } from './core/letter-data.ts';

export type { LetterData, LetterFormCode } from './core/letter-data.ts';
export {
  createDocuments,
  type DocumentsModule,
  type DocumentsNeeds,
  type DocumentsOptions,
} from './module.ts';
export type { UploadTarget } from './routes/upload-route.ts';

/** What is known of a kept file without opening it. */
export interface FileDescription {
  readonly fileId: Id<'file'>;
  /** As its sender named it, made safe, with the extension of its real type. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Account that sent it; undefined for what the system made. */
  readonly uploadedBy: Id<'account'> | undefined;
  readonly uploadedAt: Date;
}

/** Declared here, fulfilled by whoever knows what a file belongs to; joined in compose. */
export interface FileReaders {
  /** Whether the actor may read the file because of something it is attached to. */
  mayRead(ctx: QueryContext, fileId: Id<'file'>): Promise<boolean>;
}

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

export interface Documents {
  readonly commands: {
    /**
     * Prints a letter by the form in force at `ctx.now` and keeps it. Repeating it gives the same bytes under a
     * new file id. Call it from a job and outside a transaction: it takes some milliseconds a page.
     */
    storeLetter<Form extends LetterFormCode>(
      ctx: CommandContext,
      letter: { readonly form: Form; readonly data: LetterData<Form>; readonly fileName: string },
    ): Promise<FileDescription>;
    /** The next number of a book, without gaps: held until the transaction ends, so take it last. */
    nextNumber(tx: Tx, jurisdiction: Jurisdiction, book: NumberBook): Promise<number>;
    /**
     * Enters a result into the register. Refuses `documents.result-number-taken` for a number the book already
     * has and `documents.file-unknown` for a file that is not there. Takes the number lock: call it last.
     */
    registerResult(tx: Tx, ctx: CommandContext, result: NewResult): Promise<Result<RegisteredResult>>;
  };
  readonly queries: {
    /** The files that exist among these ids, in no order. */
    describeFiles(
      connection: Connection,
      jurisdiction: Jurisdiction,
      fileIds: readonly string[],
    ): Promise<readonly FileDescription[]>;
    /** Results of one subject, oldest first. */
    listResults(
      connection: Connection,
      jurisdiction: Jurisdiction,
      subjectId: string,
    ): Promise<readonly RegisteredResult[]>;
  };
}
