import { expect, it } from 'vitest';
import { addressOfQuestion, dossierIn, toldBy } from './disclosures.ts';

const name = 'Quách Thị Kín Tiếng';
const url = '/can-bo/ho-so/1';

it('an answer tells what its question did not hold', () => {
  expect(toldBy(`<h1>${name}</h1>`, { url }, [name, '072195999321'])).toEqual([name]);
  expect(toldBy('<h1>Hồ sơ</h1>', { url }, [name])).toEqual([]);
});

it('what was typed, in the address or in the form, is not told', () => {
  const query = new URLSearchParams({ q: name }).toString();
  expect(toldBy(`Không có “${name}”`, { url: `/can-bo/tim?${query}` }, [name])).toEqual([]);
  expect(toldBy(`Không có “${name}”`, { url, body: query }, [name])).toEqual([]);
  expect(toldBy(name, { url: '/can-bo/tim?q=%E0%A4%A' }, [name])).toEqual([name]);
});

it('the dossier is read from the address of a page about one', () => {
  expect(dossierIn({ url: '/can-bo/ho-so/1?tab=2', pattern: '/can-bo/ho-so/:dossierId' })).toBe('1');
  expect(dossierIn({ url: '/can-bo/tim?q=1', pattern: '/can-bo/tim' })).toBeUndefined();
});

it('each question has an address of its own', () => {
  const addresses = [1, 255, 256, 65_535, 65_536].map(addressOfQuestion);
  expect(addresses).toEqual(['10.0.0.1', '10.0.0.255', '10.0.1.0', '10.0.255.255', '10.1.0.0']);
});
