import type { Channel } from '../../../modules/catalogue/contract.ts';
import type { Locale } from '../../../texts/locale.ts';

/** Words of the addresses; the portal's addresses are Vietnamese in every language. */
const channelWords: Readonly<Record<Channel, string>> = {
  online: 'truc-tuyen',
  counter: 'tai-quay',
  post: 'buu-chinh',
};

export const parameters = {
  search: 'q',
  sector: 'linh-vuc',
  level: 'cap',
  after: 'sau',
  day: 'ngay',
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

/** Only the day of a search: what a link keeps that forgets the matter. */
export function dayOf(search: string): string {
  const day = new URLSearchParams(search).get(parameters.day);
  return day === null ? '' : new URLSearchParams({ [parameters.day]: day }).toString();
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
