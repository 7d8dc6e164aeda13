import { SaxesParser } from 'saxes';
import { UnreadableFile } from './unreadable-file.ts';

type Attributes = Readonly<Record<string, string>>;

/** What a reader of XML does; names come without their prefix. */
export interface XmlVisitor {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Walks through XML as it comes in, element by element. Entities of the document's own are never expanded. Throws
 * `UnreadableFile` where it is not well-formed.
 */
export async function walkXml(chunks: AsyncIterable<string>, visitor: XmlVisitor): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new UnreadableFile('torn');
  });
  parser.on('opentag', ({ name, attributes }) => visitor.open?.(bare(name), attributes));
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.on('closetag', ({ name }) => visitor.close?.(bare(name)));
  for await (const chunk of chunks) parser.write(chunk);
  parser.close();
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
