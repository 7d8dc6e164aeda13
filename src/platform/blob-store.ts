import type { Readable } from 'node:stream';
import type { Result } from '../kernel/result.ts';

/** Content of a file, found again by its own hash: the same bytes are kept once. */
export interface Blob {
  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Content received but not yet kept: nobody finds it until `keep`, and `discard` leaves nothing behind. */
export interface StagedBlob extends Blob {
  read(): Readable;
  /** Makes the content durable under its hash. Only then may a transaction name it. */
  keep(): Promise<Blob>;
  /** Harmless after `keep`. */
  discard(): Promise<void>;
}

/**
 * Where file contents live. The order is always: stage, look, keep, then the transaction that names the hash.
 * A crash in between leaves an orphan, never a row without its content.
 */
export interface BlobStore {
  /**
   * Takes content in as it arrives, holding only one chunk in memory. Refuses `platform.blob-too-large` at the
   * first byte over `maxBytes`; when the source breaks off, nothing is left and the error is thrown on.
   */
  stage(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Result<StagedBlob>>;
  /** Undefined when nothing is kept under the hash. */
  read(sha256: string, range?: ByteRange): Promise<Readable | undefined>;
  /**
   * Puts a content where `read` does not find it, for good: kept as evidence, never given out. Harmless when it is there already or
   * nothing is kept. The same content kept again is found again until it is put aside again.
   */
  quarantine(sha256: string): Promise<void>;
  /** Hashes kept before the instant, in quarantine or not: candidates for `sweep`. */
  listBefore(instant: Date): AsyncIterable<string>;
  /**
   * Removes one content (from quarantine where it lies there) kept before the instant unless `isNamed` still wants it, asked while the content is set
   * aside; content kept again meanwhile survives. True when removed.
   */
  sweep(sha256: string, before: Date, isNamed: () => Promise<boolean>): Promise<boolean>;
  /** Removes content staged before the instant and never kept; returns how many. */
  sweepStaged(before: Date): Promise<number>;
}

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}
