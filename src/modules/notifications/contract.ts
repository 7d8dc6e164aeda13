/** Wire shapes of notifications; the browser may import this file. */

/** One message of the inbox; `textKey` is a sentence of the texts, `facts` its params (instants as ISO text). */
export interface MessageView {
  readonly messageId: string;
  readonly dossierId: string;
  readonly textKey: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly read: boolean;
}
