import { newUuidV7 } from '../../../platform/ids.ts';
import { hostileValues } from '../hostile-values.ts';

/** Markup that would run if it reached a page as it is; `answer-faults.ts` looks for it. */
export const markup = `"'><img src=x onerror=alert(1)>`;

/** A host that no answer may send anybody to. */
export const foreignHost = 'ke-xau.example';

/** What no person types into a field or an address. */
export const hostileTexts: readonly string[] = [
  ...hostileValues.filter((value) => typeof value === 'string' && value !== '' && value.length < 1000),
  ...['true', '-1', '0', '1.5', '2147483648', '9'.repeat(30), 'NaN', '1e309'],
  markup,
  `https://${foreignHost}/`,
  `//${foreignHost}`,
  `/\\${foreignHost}`,
  `javascript:alert(1)//${foreignHost}`,
  'x\r\nset-cookie: motcua=ke-xau',
  '../../../../etc/passwd',
  '=HYPERLINK("http://x")',
  '{"$ne":null}',
  '[]',
  '٣٤',
  'ﷺ'.repeat(500),
].map(String);

/** The longest one: for bodies, too long for an address line. */
export const hugeText = 'x'.repeat(300_000);

/** What takes the place of one part of an address. */
export const hostileParts: readonly string[] = [
  ...['%00', 'a%00b', '%', '%zz', '%c3%28', '..', '..%2f..%2fetc%2fpasswd', '%5c%5cx', '__proto__', '%20'],
  ...['constructor', '-1', '0', "x'--", '%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E', 'x'.repeat(3000)],
  encodeURIComponent('Nguye\u0302\u0303n \u202e'),
  '00000000-0000-0000-0000-000000000000',
];

/** Takes values in turn, so that all come by without all being sent everywhere. */
export function takingTurns<T>(values: readonly T[]): (count: number) => readonly T[] {
  let at = 0;
  return (count) =>
    Array.from({ length: Math.min(count, values.length) }, () => {
      const value = values[at % values.length] as T;
      at += 1;
      return value;
    });
}

/** An id of the right shape that names nothing. */
export const randomId = () => newUuidV7<'nothing'>();
