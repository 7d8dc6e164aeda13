import type { RequestApp } from '../../context.ts';

/** The `link` elements of a public page that exists in two languages; `path` is its Vietnamese address. */
export function pageAddresses({ baseUrl, locale }: Pick<RequestApp, 'baseUrl' | 'locale'>, path: string) {
  const vi = new URL(path, baseUrl).href;
  const en = new URL(path === '/' ? '/en' : `/en${path}`, baseUrl).href;
  return [
    { tagName: 'link', rel: 'canonical', href: locale === 'en' ? en : vi },
    { tagName: 'link', rel: 'alternate', hrefLang: 'vi', href: vi },
    { tagName: 'link', rel: 'alternate', hrefLang: 'en', href: en },
  ] as const;
}
