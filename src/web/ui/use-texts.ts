import { useRouteLoaderData } from 'react-router';
import type { Locale } from '../../texts/locale.ts';
import { type Translate, translate } from '../../texts/translate.ts';
import type { loader } from '../root-loader.ts';

/** The language of the page and its texts: `const { t, locale } = useTexts()`. */
export function useTexts(): { readonly t: Translate; readonly locale: Locale } {
  const locale = useRouteLoaderData<typeof loader>('root')?.locale ?? 'vi';
  return { locale, t: (key, params) => translate(locale, key, params) };
}
