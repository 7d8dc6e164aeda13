/** What an office's viewer must never be handed. */
export type PdfDanger = 'encrypted' | 'script' | 'launch' | 'unreadable';

const signs: readonly (readonly [RegExp, PdfDanger])[] = [
  [/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/, 'encrypted'],
  [/\/(?:JavaScript|JS)(?![A-Za-z])/, 'script'],
  [/\/(?:Launch|ImportData|RichMedia)(?![A-Za-z])/, 'launch'],
];

/** The danger in a piece of PDF syntax (dictionaries, not stream contents); escaped names count as written out. */
export function dangerIn(syntax: string): PdfDanger | undefined {
  const plain = syntax.replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return signs.find(([pattern]) => pattern.test(plain))?.[1];
}

type Place = 'syntax' | 'stream' | 'deflatedObjects' | 'plainObjects';

/** Inflates a deflated stream; undefined when it cannot or would grow absurdly. */
export type Inflate = (compressed: Uint8Array) => Uint8Array | undefined;

/** Longest object stream an honest writer makes, compressed. */
const longestObjects = 8_000_000;
/** Syntax carried over to the next chunk: longer than any name, sign or dictionary of an object stream. */
const overlap = 4096;

/**
 * Looks for scripts, launch actions and encryption while a PDF passes by, holding at most one object stream of
 * it. Contents of other streams (pictures, fonts) are skipped. It is a first wall and no parser: files are
 * served sandboxed as well. Feed chunks in order; the first danger is final.
 */
export function createPdfScanner(inflate: Inflate) {
  let rest = '';
  let place: Place = 'syntax';
  let danger: PdfDanger | undefined;

  /** Handles the next piece of `rest`; false when more must arrive first. */
  function step(): boolean {
    return place === 'syntax' ? endSyntax() : endStream(place);
  }

  function endSyntax(): boolean {
    const start = /\bstream\r?\n/.exec(rest);
    const syntax = start === null ? rest : rest.slice(0, start.index);
    danger = dangerIn(syntax);
    if (start === null) {
      rest = rest.slice(-overlap);
      return false;
    }
    place = placeAfter(syntax.slice(syntax.lastIndexOf(' obj') + 1));
    rest = rest.slice(start.index + start[0].length);
    return true;
  }

  function endStream(kind: Exclude<Place, 'syntax'>): boolean {
    const end = rest.indexOf('endstream');
    if (end === -1) {
      if (kind === 'stream') rest = rest.slice(-'endstream'.length);
      else if (rest.length > longestObjects) danger = 'unreadable';
      return false;
    }
    if (kind !== 'stream') danger = dangerInObjects(rest.slice(0, end), kind);
    rest = rest.slice(end + 'endstream'.length);
    place = 'syntax';
    return true;
  }

  function dangerInObjects(body: string, kind: Exclude<Place, 'syntax' | 'stream'>): PdfDanger | undefined {
    if (kind === 'plainObjects') return dangerIn(body);
    const objects = inflate(bytesOf(body));
    return objects === undefined ? 'unreadable' : dangerIn(textOf(objects));
  }

  return {
    /** The danger found so far. */
    add(chunk: Uint8Array): PdfDanger | undefined {
      if (danger !== undefined) return danger;
      rest += textOf(chunk);
      while (danger === undefined && step());
      return danger;
    },
  };
}

function placeAfter(dictionary: string): Exclude<Place, 'syntax'> {
  if (!/\/Type\s*\/ObjStm\b/.test(dictionary)) return 'stream';
  return dictionary.includes('/Filter') ? 'deflatedObjects' : 'plainObjects';
}

/** One character a byte, both ways. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
