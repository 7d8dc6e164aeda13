import type { Channel } from '../../../modules/catalogue/contract.ts';
import type { Locale } from '../../../texts/locale.ts';

/** Words of the addresses; the portal's addresses are Vietnamese in every language. */
const channelWords: Readonly<Record<Channel, string>> = {
  online: 'truc-tuyen',
  counter: 'tai-quay',
  post: 'buu-chinh',
};

/** Words for agencies that are no unit of the province. */
const agencyWords = { commune: 'cap-xa', named: 'khac' } as const;

export const parameters = {
  search: 'q',
  sector: 'linh-vuc',
  level: 'cap',
  after: 'sau',
  day: 'ngay',
  name: 'ten',
} as const;
export const matterParameters = { case: 'truong-hop', channel: 'cach' } as const;

/** A question's parameter: `hoi-chung-sinh`; a quantity's: `so-page`. */
export const questionPrefix = 'hoi-';
export const quantityPrefix = 'so-';

export function listAddress(locale: Locale, query = ''): string {
  return `${locale === 'en' ? '/en' : ''}/thu-tuc${query === '' ? '' : `?${query}`}`;
}

export function procedureAddress(locale: Locale, code: string, query = ''): string {
  return `${locale === 'en' ? '/en' : ''}/thu-tuc/${code}${query === '' ? '' : `?${query}`}`;
}

/** The sheet for the notice board. */
export function printAddress(locale: Locale, code: string, query = ''): string {
  return `${procedureAddress(locale, code)}/in${query === '' ? '' : `?${query}`}`;
}

/** The list of a procedure's versions, and one of them. */
export function versionsAddress(locale: Locale, code: string): string {
  return `${procedureAddress(locale, code)}/phien-ban`;
}

export function versionAddress(locale: Locale, code: string, number: number): string {
  return `${versionsAddress(locale, code)}/${number}`;
}

/** Where a mistake in a version is reported; the page is in Vietnamese only. */
export function reportWrongAddress({ id, code }: { readonly id: string; readonly code: string }): string {
  return `${procedureAddress('vi', code)}/bao-sai?ban=${id}`;
}

/** Only the day of a search: what a link keeps that forgets the matter. */
export function dayOf(search: string): string {
  const day = new URLSearchParams(search).get(parameters.day);
  return day === null ? '' : new URLSearchParams({ [parameters.day]: day }).toString();
}

/** The shelves: all of them, the procedures of a life event, and those one agency decides (keys as the catalogue gives them). */
export function browseAddress(locale: Locale): string {
  return `${listAddress(locale)}/danh-muc`;
}

export function eventAddress(locale: Locale, key: string, query = ''): string {
  return `${listAddress(locale)}/su-kien/${key}${query === '' ? '' : `?${query}`}`;
}

export function agencyAddress(locale: Locale, key: string, after?: string): string {
  const [kind, name] = agencyParts(key);
  const query = new URLSearchParams({
    ...(kind === 'named' ? { [parameters.name]: name } : {}),
    ...(after === undefined ? {} : { [parameters.after]: after }),
  }).toString();
  const path = kind === 'named' ? agencyWords.named : kind === 'commune' ? agencyWords.commune : name;
  return `${listAddress(locale)}/co-quan/${path}${query === '' ? '' : `?${query}`}`;
}

/** The key an address of an agency means. */
export function agencyKeyOf(path: string, search: URLSearchParams): string {
  if (path === agencyWords.commune) return 'commune';
  return path === agencyWords.named ? `named:${search.get(parameters.name) ?? ''}` : `unit:${path}`;
}

/** `unit:so-y-te` as `['unit', 'so-y-te']`. */
export function agencyParts(key: string): readonly [string, string] {
  const at = key.indexOf(':');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

/** The list of counters. */
export function countersAddress(locale: Locale): string {
  return `${locale === 'en' ? '/en' : ''}/noi-nop`;
}

export function channelOf(word: string | null): Channel | undefined {
  return (Object.keys(channelWords) as Channel[]).find((channel) => channelWords[channel] === word);
}

export function channelWord(channel: Channel): string {
  return channelWords[channel];
}

/** The same parameters with one changed or (undefined) taken out. */
export function withParameter(search: string, name: string, value: string | undefined): string {
  const changed = new URLSearchParams(search);
  if (value === undefined) changed.delete(name);
  else changed.set(name, value);
  return changed.toString();
}
