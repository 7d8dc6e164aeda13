import { describe, expect, it } from 'vitest';
import { partOf, type SitemapPage, sitemapIndex, sitemapPart } from './sitemap-xml.ts';

const base = new URL('https://motcua.example');
const pages: readonly SitemapPage[] = Array.from({ length: 25_001 }, (_, at) => ({
  path: `/thu-tuc/${at}`,
  changedOn: at === 7 ? '2026-11-20' : '2025-07-01',
}));

describe('the site map', () => {
  it('is split before a part holds more than 50,000 addresses', () => {
    const parts = [partOf(pages, 1), partOf(pages, 2), partOf(pages, 3)];
    expect(parts.map((part) => part?.length)).toEqual([25_000, 1, undefined]);
    expect(sitemapPart(base, parts[0] ?? []).match(/<url>/g)).toHaveLength(50_000);
    expect(partOf(pages, 0)).toBeUndefined();
    expect(partOf(pages, Number.NaN)).toBeUndefined();
  });

  it('lists its parts with the day of their newest page', () => {
    const index = sitemapIndex(base, pages);
    expect(index.match(/<sitemap>/g)).toHaveLength(2);
    expect(index).toContain('<loc>https://motcua.example/sitemap/1.xml</loc><lastmod>2026-11-20</lastmod>');
  });

  it('names each page in both languages, and escapes addresses', () => {
    const part = sitemapPart(base, [{ path: '/' }, { path: '/thu-tuc?a=1&b=2', changedOn: '2025-07-01' }]);
    expect(part).toContain('<loc>https://motcua.example/en</loc>');
    expect(part).toContain('hreflang="en" href="https://motcua.example/en/thu-tuc?a=1&amp;b=2"');
    expect(part).not.toMatch(/&(?!amp;)/);
  });
});
