import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';

/** What a scanner said of a content. */
export type ScanVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'found'; readonly signature: string }
  | { readonly kind: 'too-large' };

/** Looks for malware; declared here, joined in compose. Both throw whenever the content's state stays unknown. */
export interface FileScanner {
  scan(content: AsyncIterable<Uint8Array>): Promise<ScanVerdict>;
  ping(): Promise<void>;
}

/** Who scans uploads, and what holds for those it has not looked at. */
export interface Scanning {
  readonly scanner: FileScanner;
  readonly openWaiting: boolean;
}

/** Tells whoever knows what files belong to; declared here, fulfilled above, joined in compose. */
export type InfectedListener = (tx: Tx, ctx: CommandContext, fileIds: readonly Id<'file'>[]) => Promise<void>;
