/** Addresses a site map may hold (sitemaps.org); each page counts once a language. */
const addressesPerPart = 50_000;

export interface SitemapPage {
  /** The Vietnamese address; the English twin stands under `/en`. */
  readonly path: string;
  /** `YYYY-MM-DD`, where it is known. */
  readonly changedOn?: string;
}

/** Pages of one part: two addresses each. */
const pagesPerPart = addressesPerPart / 2;

/** The pages of the numbered part (from 1); undefined when there is no such part. */
export function partOf(pages: readonly SitemapPage[], number: number): readonly SitemapPage[] | undefined {
  const part = pages.slice((number - 1) * pagesPerPart, number * pagesPerPart);
  return part.length === 0 ? undefined : part;
}

/** The list of parts. */
export function sitemapIndex(baseUrl: URL, pages: readonly SitemapPage[]): string {
  const count = Math.max(1, Math.ceil(pages.length / pagesPerPart));
  const parts = Array.from({ length: count }, (_, at) => {
    const newest = (partOf(pages, at + 1) ?? [])
      .flatMap((page) => page.changedOn ?? [])
      .sort()
      .at(-1);
    const lastmod = newest === undefined ? '' : `<lastmod>${newest}</lastmod>`;
    return `<sitemap><loc>${new URL(`/sitemap/${at + 1}.xml`, baseUrl).href}</loc>${lastmod}</sitemap>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts.join('\n')}
</sitemapindex>
`;
}

/** One part: every page in both languages, each naming the other. */
export function sitemapPart(baseUrl: URL, pages: readonly SitemapPage[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.flatMap((page) => urlsOf(baseUrl, page)).join('\n')}
</urlset>
`;
}

function urlsOf(baseUrl: URL, { path, changedOn }: SitemapPage): readonly string[] {
  const vi = escaped(new URL(path, baseUrl).href);
  const en = escaped(new URL(path === '/' ? '/en' : `/en${path}`, baseUrl).href);
  const alternates = [
    `<xhtml:link rel="alternate" hreflang="vi" href="${vi}"/>`,
    `<xhtml:link rel="alternate" hreflang="en" href="${en}"/>`,
  ].join('');
  const lastmod = changedOn === undefined ? '' : `<lastmod>${changedOn}</lastmod>`;
  return [vi, en].map((address) => `<url><loc>${address}</loc>${lastmod}${alternates}</url>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
