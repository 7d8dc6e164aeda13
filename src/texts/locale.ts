/** Languages of the interface: Vietnamese is complete, English covers the public read-only pages. */
export type Locale = 'vi' | 'en';

/** The language of a page by its address: `/en` and everything under it is English. */
export function localeOfPath(pathname: string): Locale {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'vi';
}
