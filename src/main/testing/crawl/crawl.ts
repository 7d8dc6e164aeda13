import type { CrawledProduct, Visitor } from './crawled-product.ts';
import { addressOf, type PagePattern } from './page-patterns.ts';
import { valuesOfParameter } from './parameter-values.ts';
import { type FoundForm, readPage } from './read-page.ts';

/** A form somebody saw: where, and who. */
export interface SeenForm {
  readonly form: FoundForm;
  readonly visitor: Visitor;
  readonly page: string;
}

export interface Crawl {
  /** Who was shown which address (status below 400), by pattern. */
  readonly opened: ReadonlyMap<string, readonly { readonly visitor: Visitor; readonly url: string }[]>;
  /** One of each kind: the same address pattern, names of fields and button. */
  readonly forms: ReadonlyMap<string, SeenForm>;
  /** Names seen in the queries of links and search forms, by pattern. */
  readonly queryNames: ReadonlyMap<string, ReadonlySet<string>>;
  /** Values that exist for each parameter. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** How thoroughly: how many addresses of one shape each visitor opens, how many values of a parameter they try. */
export interface Depth {
  readonly ofOneShape: number;
  readonly ofOneParameter: number;
}

/**
 * Opens every page of `routes.ts` as every visitor, with everything in the database that its parameters could mean, and
 * follows the links and search forms found there. What others may not see is asked for by everybody.
 */
export async function crawlPages(
  product: CrawledProduct,
  patterns: readonly PagePattern[],
  visitors: readonly Visitor[],
  { ofOneShape, ofOneParameter }: Depth,
): Promise<Crawl> {
  const opened = new Map<string, { visitor: Visitor; url: string }[]>();
  const forms = new Map<string, SeenForm>();
  const queryNames = new Map<string, Set<string>>();
  const openedByNobody = new Set<string>();
  const values = new Map<string, readonly string[]>();
  for (const name of new Set(patterns.flatMap(({ params }) => params)))
    values.set(name, await valuesOfParameter(product.test.owner, name));
  const seeds = patterns.flatMap((pattern) => seedsOf(pattern, values, ofOneParameter));
  for (const visitor of visitors) await crawlAs(visitor);
  return { opened, forms, queryNames, values };

  async function crawlAs(visitor: Visitor): Promise<void> {
    const done = new Set<string>();
    const ofShape = new Map<string, number>();
    // What everybody may see is looked at by nobody and by the first who signed in; outsiders only try the doors.
    const isPublic = (url: string) =>
      !visitors.slice(0, 2).includes(visitor) && openedByNobody.has(patternOf(url));
    let wave = seeds.filter((url) => !isPublic(url));
    while (wave.length > 0) {
      const found: string[] = [];
      await inTurns(wave, async (url) => {
        if (done.has(url)) return;
        done.add(url);
        for (const link of await open(visitor, url)) found.push(link);
      });
      if (visitor.isOutsider && visitor.token !== undefined) return;
      wave = found.filter((url) => {
        const shape = shapeOf(url);
        const count = ofShape.get(shape) ?? 0;
        if (done.has(url) || count >= ofOneShape || isPublic(url)) return false;
        ofShape.set(shape, count + 1);
        return true;
      });
    }
  }

  async function open(visitor: Visitor, url: string): Promise<readonly string[]> {
    const answer = await product.ask(visitor, { url });
    if (answer.statusCode >= 400) return [];
    const pattern = patternOf(url);
    const to = String(answer.headers.location ?? '');
    if (!/dang-nhap|xac-thuc/.test(to)) {
      if (visitor.token === undefined) openedByNobody.add(pattern);
      const list = opened.get(pattern) ?? [];
      list.push({ visitor, url });
      opened.set(pattern, list);
    }
    if (!String(answer.headers['content-type']).includes('html')) return to.startsWith('/') ? [to] : [];
    const page = readPage(answer.body, url);
    for (const form of page.forms) note(visitor, url, form);
    const searches = page.forms.filter(({ method }) => method === 'get').map(searchAddress);
    const links = [...page.links, ...searches];
    for (const link of links) noteQuery(link);
    return links;
  }

  function note(visitor: Visitor, page: string, form: FoundForm): void {
    if (form.method !== 'post') return;
    const buttons = form.fields.filter(({ type }) => type === 'button').map(({ value }) => value);
    const names = [...new Set(form.fields.map(({ name }) => name))].sort();
    const key = [patternOf(form.address), ...names, ...buttons].join(' ');
    if (!forms.has(key)) forms.set(key, { form, visitor, page });
  }

  function noteQuery(link: string): void {
    const names = queryNames.get(patternOf(link)) ?? new Set();
    for (const name of new URL(link, 'http://localhost').searchParams.keys()) names.add(name);
    queryNames.set(patternOf(link), names);
  }

  function patternOf(url: string): string {
    return product.patternOf(url.split('?', 1)[0] ?? '/');
  }

  function shapeOf(url: string): string {
    const names = [...new URL(url, 'http://localhost').searchParams.keys()].sort();
    return [patternOf(url), ...names].join(' ');
  }
}

function searchAddress({ address, fields }: FoundForm): string {
  const query = new URLSearchParams(fields.map(({ name, value }) => [name, value]));
  return `${address.split('?', 1)[0]}?${query}`;
}

/** Addresses of a pattern with what exists; of several parameters each value of one with the first of the others. */
function seedsOf({ pattern, params }: PagePattern, values: Crawl['values'], most: number): readonly string[] {
  if (params.length === 0) return [addressOf(pattern, [])];
  const first = params.map((name) => values.get(name)?.[0] ?? '1');
  const all = params.flatMap((name, at) =>
    (values.get(name) ?? [])
      .slice(0, most)
      .map((value) => first.map((each, place) => (place === at ? value : each))),
  );
  return [...new Set([first, ...all].map((each) => addressOf(pattern, each.map(encodeURIComponent))))];
}

/** Several at a time: the server works while the database does. */
export async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const item = items[next] as T;
      next += 1;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}
