import { expect, it } from 'vitest';
import { safeCsv } from './safe-csv.ts';

it.each(['=1+1', '+84', '-2', '@x', '\t=1', '\r=1', '\n=1'])(
  '%j is text to a spreadsheet, never a formula',
  (text) => {
    expect(safeCsv([[text]])).toBe(`\ufeff"'${text}"\r\n`);
  },
);

it('keeps quotes, commas and lines inside a field, numbers as numbers, what is missing empty', () => {
  expect(safeCsv([['Lê "Út", Mười', -5, undefined]])).toBe('\ufeff"Lê ""Út"", Mười","-5",""\r\n');
});
