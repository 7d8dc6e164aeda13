/** Text between tags, entities resolved and white space run together as HTML says, or a tag. */
export type HtmlPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'tag';
      readonly name: string;
      readonly opens: boolean;
      readonly attributes: ReadonlyMap<string, string>;
    };

const token =
  /<!--[\s\S]*?(?:-->|$)|<![^>]*>|<\?[^>]*>|<(\/?)([a-z][a-z0-9:]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+|<)/gi;
const attribute = /([a-z][a-z0-9:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** What is inside these is not text of the document; `del` is what a tracked change took out. */
const unseen: ReadonlySet<string> = new Set(['style', 'script', 'head', 'xml', 'title', 'del']);

/**
 * Reads clipboard HTML in order, without a DOM, so that browser and tests read alike. Comments, hidden elements and
 * text that was deleted under tracked changes are left out. Nothing is rendered of it, so nothing needs sanitising.
 */
export function* htmlParts(html: string): Generator<HtmlPart> {
  let hidden: { readonly name: string; depth: number } | undefined;
  for (const [, slash, tagName, rest = '', text] of html.matchAll(token)) {
    if (tagName === undefined) {
      if (text !== undefined && hidden === undefined)
        yield { kind: 'text', text: resolved(text.replaceAll(/[ \t\r\n]+/g, ' ')) };
      continue;
    }
    const name = tagName.toLowerCase();
    const opens = slash === '';
    if (hidden !== undefined) {
      if (name === hidden.name && !rest.endsWith('/')) hidden.depth += opens ? 1 : -1;
      if (hidden.depth === 0) hidden = undefined;
      continue;
    }
    const attributes = opens ? attributesOf(rest) : none;
    if (opens && !rest.endsWith('/') && (unseen.has(name) || isHidden(name, attributes))) {
      hidden = { name, depth: 1 };
      continue;
    }
    yield { kind: 'tag', name, opens, attributes };
  }
}

const none: ReadonlyMap<string, string> = new Map();

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(attribute)];
  return new Map(
    found.map(([, name = '', double, single, bare]) => [name.toLowerCase(), double ?? single ?? bare ?? '']),
  );
}

/** Excel ends a table with a hidden row of column widths; Word hides what it marks `mso-hide:all`. */
function isHidden(name: string, attributes: ReadonlyMap<string, string>): boolean {
  const style = attributes.get('style')?.replaceAll(' ', '').toLowerCase() ?? '';
  return name !== 'br' && name !== 'col' && /display:none|mso-hide:all/.test(style);
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['frac12', '½'],
  ['frac14', '¼'],
  ['frac34', '¾'],
]);

const marks: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
]);

function resolved(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#[0-9]+|[a-z0-9]+);/gi, (whole, entity: string) => {
    if (entity.startsWith('#')) return character(entity.slice(1)) ?? whole;
    const mark = marks.get(entity.slice(1));
    return mark === undefined
      ? (named.get(entity) ?? whole)
      : `${entity.slice(0, 1)}${mark}`.normalize('NFC');
  });
}

function character(code: string): string | undefined {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
