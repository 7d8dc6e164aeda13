/** A field of a form as a browser would send it. */
export interface FoundField {
  readonly name: string;
  readonly value: string;
  /** `text`, `hidden`, `date`, `file`, `select` … */
  readonly type: string;
  readonly required: boolean;
}

/** A form of a page with one of its buttons: what one click sends. */
export interface FoundForm {
  readonly method: 'get' | 'post';
  /** Path with query. */
  readonly address: string;
  readonly isMultipart: boolean;
  readonly fields: readonly FoundField[];
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly textAfter: string;
}

/** The links and forms of one of our own pages: well-formed HTML as React writes it, nothing a browser would have to mend. */
export function readPage(
  html: string,
  address: string,
): { readonly links: readonly string[]; readonly forms: readonly FoundForm[] } {
  const tags = tagsOf(html);
  const links = tags.flatMap(({ name, attributes }) =>
    name === 'a' && attributes.href !== undefined ? (ownPath(attributes.href, address) ?? []) : [],
  );
  return { links: [...new Set(links)], forms: formsOf(tags, address) };
}

function formsOf(tags: readonly Tag[], address: string): readonly FoundForm[] {
  const forms: { tag: Tag; fields: FoundField[]; buttons: Tag[] }[] = [];
  const byId = new Map<string, (typeof forms)[number]>();
  for (const tag of tags) {
    if (tag.name !== 'form' || tag.isEnd) continue;
    const form = { tag, fields: [], buttons: [] };
    forms.push(form);
    if (tag.attributes.id !== undefined) byId.set(tag.attributes.id, form);
  }
  let open: (typeof forms)[number] | undefined;
  let next = 0;
  let select: { readonly tag: Tag; readonly into: typeof open; first?: string; chosen?: string } | undefined;
  for (const tag of tags) {
    const { name, isEnd, attributes } = tag;
    if (name === 'form') {
      open = isEnd ? undefined : forms[next];
      if (!isEnd) next += 1;
      continue;
    }
    if (name === 'select' && isEnd) {
      if (select?.into && select.tag.attributes.name !== undefined)
        select.into.fields.push(fieldOf(select.tag, 'select', select.chosen ?? select.first ?? ''));
      select = undefined;
      continue;
    }
    if (isEnd) continue;
    const into = attributes.form === undefined ? open : byId.get(attributes.form);
    if (name === 'select') select = { tag, into };
    if (name === 'option' && select) {
      const value = attributes.value ?? tag.textAfter;
      if (attributes.selected !== undefined) select.chosen = value;
      if (value !== '') select.first ??= value;
    }
    if (name === 'button' && (attributes.type ?? 'submit') === 'submit') into?.buttons.push(tag);
    if (into === undefined || attributes.name === undefined || attributes.disabled !== undefined) continue;
    if (name === 'textarea') into.fields.push(fieldOf(tag, 'textarea', tag.textAfter));
    if (name === 'input') addInput(into.fields, tag);
  }
  return forms.flatMap(({ tag, fields, buttons }) =>
    (buttons.length === 0 ? [undefined] : buttons).flatMap((button) => sentBy(tag, fields, button, address)),
  );
}

function sentBy(
  form: Tag,
  fields: readonly FoundField[],
  button: Tag | undefined,
  address: string,
): FoundForm | [] {
  const path = ownPath(button?.attributes.formaction ?? form.attributes.action ?? address, address);
  if (path === undefined) return [];
  const { name, value } = button?.attributes ?? {};
  const pressed =
    name === undefined ? [] : [{ name, value: value ?? '', type: 'button', required: true } as const];
  return {
    method:
      (button?.attributes.formmethod ?? form.attributes.method ?? 'get').toLowerCase() === 'post'
        ? 'post'
        : 'get',
    address: path,
    isMultipart: form.attributes.enctype === 'multipart/form-data',
    fields: [...fields, ...pressed],
  };
}

function addInput(fields: FoundField[], tag: Tag): void {
  const type = tag.attributes.type ?? 'text';
  const value = tag.attributes.value ?? (type === 'checkbox' ? 'on' : '');
  const isChosen = tag.attributes.checked !== undefined;
  if (type === 'submit' || type === 'reset') return;
  if (type === 'radio') {
    const at = fields.findIndex((field) => field.name === tag.attributes.name);
    if (at === -1) fields.push(fieldOf(tag, type, value));
    else if (isChosen) fields[at] = fieldOf(tag, type, value);
    return;
  }
  if (type === 'checkbox' && !isChosen && tag.attributes.required === undefined) {
    // One box of a list is ticked, so that bulk forms have something to do.
    if (fields.some((field) => field.name === tag.attributes.name)) return;
  }
  fields.push(fieldOf(tag, type, value));
}

function fieldOf(tag: Tag, type: string, value: string): FoundField {
  return { name: tag.attributes.name ?? '', value, type, required: tag.attributes.required !== undefined };
}

function tagsOf(html: string): readonly Tag[] {
  const found: Tag[] = [];
  const matches = html.matchAll(
    /<(\/?)(a|form|input|select|option|textarea|button)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>([^<]*)/g,
  );
  for (const [, end, name = '', attributes = '', after = ''] of matches)
    found.push({
      name,
      isEnd: end === '/',
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
          key.toLowerCase(),
          plain(value),
        ]),
      ),
      textAfter: plain(after),
    });
  return found;
}

function plain(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function ownPath(href: string, address: string): string | undefined {
  const base = new URL(address, 'http://localhost:8080');
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return url.origin === base.origin ? url.pathname + url.search : undefined;
}
