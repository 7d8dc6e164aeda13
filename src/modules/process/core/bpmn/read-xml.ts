/** An element of an XML document with its names resolved; comments and processing instructions are not part of it. */
export interface XmlElement {
  /** Namespace and local name, as `{urn:x}task`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and texts in order; text that is only space between elements is left out. */
  readonly children: readonly (XmlElement | string)[];
}

/** Why a text is not read: it could be an attack, or it is not XML. */
export class XmlRefused extends Error {
  readonly type: string;

  constructor(type: string) {
    super(type);
    this.type = type;
  }
}

const deepest = 200;
const mostElements = 50_000;
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

interface Open {
  readonly tag: string;
  readonly scope: ReadonlyMap<string, string>;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

/**
 * Reads XML strictly, without any document type: no entities but the five of XML, so nothing outside the text is ever
 * opened and nothing grows. Throws `XmlRefused`. It is also what files are compared by, apart from the reader of BPMN.
 */
export function readXml(source: string): XmlElement {
  const xml = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (xml.trim() === '') throw new XmlRefused('process.bpmn-empty');
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new XmlRefused('process.bpmn-doctype');
  const root: Open = { tag: '', name: '', scope: standard, attributes: new Map(), children: [] };
  const open = [root];
  let count = 0;
  let end = 0;
  token.lastIndex = 0;
  for (let match = token.exec(xml); match; match = token.exec(xml)) {
    end = token.lastIndex;
    const [, cdata, closing, opening, written = '', empty, characters] = match;
    const inside = open.at(-1) ?? root;
    if (cdata !== undefined) addText(inside, cdata);
    else if (characters !== undefined) addText(inside, decode(characters));
    else if (opening !== undefined) {
      if (++count > mostElements || open.length > deepest) throw new XmlRefused('process.bpmn-too-large');
      const started = start(opening, written, inside.scope);
      if (empty === '/') inside.children.push(finish(started));
      else open.push(started);
    } else if (closing !== undefined) {
      if (open.length === 1 || inside.tag !== closing) throw new XmlRefused('process.bpmn-not-xml');
      open.pop();
      open.at(-1)?.children.push(finish(inside));
    }
  }
  const [only, ...more] = root.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  if (
    end < xml.length ||
    open.length > 1 ||
    more.length > 0 ||
    only === undefined ||
    typeof only === 'string'
  )
    throw new XmlRefused('process.bpmn-not-xml');
  return only;
}

const standard = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

function start(tag: string, written: string, outer: ReadonlyMap<string, string>): Open {
  const own = new Map<string, string>();
  const found: [string, string][] = [];
  for (const [, name = '', double, single] of written.matchAll(attribute)) {
    const value = decode((double ?? single ?? '').replaceAll(/[\t\n]/g, ' '));
    if (found.some(([known]) => known === name)) throw new XmlRefused('process.bpmn-not-xml');
    found.push([name, value]);
    if (name === 'xmlns') own.set('', value);
    else if (name.startsWith('xmlns:')) own.set(name.slice('xmlns:'.length), value);
  }
  const scope = own.size === 0 ? outer : new Map([...outer, ...own]);
  const attributes = found
    .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
    .map(([name, value]): [string, string] => [name.includes(':') ? resolve(name, scope) : name, value]);
  return { tag, scope, name: resolve(tag, scope), attributes: new Map(attributes), children: [] };
}

function resolve(name: string, scope: ReadonlyMap<string, string>): string {
  const at = name.indexOf(':');
  const namespace = scope.get(at < 0 ? '' : name.slice(0, at));
  if (namespace === undefined && at >= 0) throw new XmlRefused('process.bpmn-not-xml');
  return `{${namespace ?? ''}}${name.slice(at + 1)}`;
}

function addText(inside: Open, more: string): void {
  const last = inside.children.at(-1);
  if (typeof last === 'string') inside.children[inside.children.length - 1] = last + more;
  else inside.children.push(more);
}

function finish({ name, attributes, children }: Open): XmlElement {
  const elements = children.some((child) => typeof child !== 'string');
  const kept = elements
    ? children.filter((child) => typeof child !== 'string' || child.trim() !== '')
    : children;
  return { name, attributes, children: kept };
}

function decode(written: string): string {
  return written.replaceAll(/&([^;\s&]{0,32});?/g, (whole, name: string) => {
    const code = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
    if (!whole.endsWith(';')) throw new XmlRefused('process.bpmn-not-xml');
    if (code) {
      const point = code[1] ? Number.parseInt(code[1], 16) : Number(code[2]);
      if (point > 0x10_ff_ff) throw new XmlRefused('process.bpmn-not-xml');
      return String.fromCodePoint(point);
    }
    const character = named[name];
    if (character === undefined) throw new XmlRefused('process.bpmn-entity');
    return character;
  });
}
