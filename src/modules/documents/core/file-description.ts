import type { Id } from '../../../kernel/id.ts';
import type { FileHoldView } from '../contract.ts';
import type { FileScan } from './file-scan.ts';

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
  /** Set when its retention ran out: neither name nor content is left. */
  readonly erasedAt?: Date;
  /** How it stands with the scanner; undefined for what the system made. */
  readonly scan?: FileScan;
  /** Why it does not open, or is to be opened with care; set where files are described for others. */
  readonly hold?: FileHoldView;
}
