import type { Locale } from '../../../texts/locale.ts';

interface Named {
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly shortName?: string | undefined;
  readonly shortNameEn?: string | undefined;
}

/** The name in the page's language, Vietnamese where there is no other. */
export function nameIn(locale: Locale, { name, nameEn }: Named): string {
  return locale === 'en' ? (nameEn ?? name) : name;
}

/** The everyday name where there is one. */
export function shortNameIn(locale: Locale, { name, nameEn, shortName, shortNameEn }: Named): string {
  return locale === 'en' ? (shortNameEn ?? nameEn ?? shortName ?? name) : (shortName ?? name);
}

export function textIn(
  locale: Locale,
  { text, textEn }: { readonly text: string; readonly textEn?: string | undefined },
): string {
  return locale === 'en' ? (textEn ?? text) : text;
}

export function sectorIn(
  locale: Locale,
  { sector, sectorEn }: { readonly sector: string; readonly sectorEn?: string | undefined },
): string {
  return locale === 'en' ? (sectorEn ?? sector) : sector;
}
