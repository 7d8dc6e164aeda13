import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ReferenceDataError } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { legalText, plainDate } from './vocabulary.ts';

const row = z.strictObject({ key: legalText, on: plainDate, note: legalText.optional() });
const parse = (text: string) => parseCsv({ path: 'data/some.csv', text }, row);

function faultsOf(text: string) {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ReferenceDataError)
      return error.faults.map(({ line, message }) => `${line} ${message}`);
  }
  return [];
}

describe('parseCsv', () => {
  it('gives the rows with their lines, an empty cell left out', () => {
    expect(parse('key,on,note\na,2025-07-01,\n"b, c",2025-07-02,x\n')).toEqual([
      { line: 2, row: { key: 'a', on: '2025-07-01' } },
      { line: 3, row: { key: 'b, c', on: '2025-07-02', note: 'x' } },
    ]);
  });

  it('names every faulty line at once', () => {
    expect(faultsOf('key,on,note\na,2025-02-30,\n,2025-07-01,\n')).toEqual([
      '2 on: "2025-02-30" is not a day written YYYY-MM-DD',
      expect.stringContaining('3 key: '),
    ]);
  });

  it('refuses a column nobody knows', () => {
    expect(faultsOf('key,on,colour\na,2025-07-01,red\n')).toEqual([expect.stringContaining('colour')]);
  });

  it('names the line of a broken quotation', () => {
    expect(faultsOf('key,on,note\na,2025-07-01,x\nb,2025-07-01,"open\n')).toEqual([
      expect.stringMatching(/^\d+ /),
    ]);
  });

  it('refuses letters that are not NFC', () => {
    expect(faultsOf(`key,on\n${'Hòa'.normalize('NFD')},2025-07-01\n`)).toEqual([
      '2 key: must be Unicode NFC',
    ]);
  });
});
