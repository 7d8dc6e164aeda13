/** What a time cell says, in working hours; `isSure` is false where somebody should look. */
export interface ReadHours {
  readonly hours?: number;
  readonly isSure: boolean;
}

/** Hours of one unit: a working day is 8 hours, half a day (buổi) 4, a working week 5 days. */
const hoursOf = { phut: 1 / 60, gio: 1, buoi: 4, ngay: 8, tuan: 40 } as const;

type Unit = keyof typeof hoursOf;

const fractions: Readonly<Record<string, string>> = { '½': '0.5', '¼': '0.25', '¾': '0.75' };

/** Steps that take no time of the limit: returning a result, or told in so many words. */
const withoutTime = /^(0+|không tính( vào)?( thời gian| thời hạn)?|-+|–+)$/;

/**
 * Reads `0,5 giờ`, `02 ngày làm việc`, `½ ngày`, `1 ngày 4 giờ`, `30 phút`, `04` (in the unit of the column's heading).
 * What stands in brackets repeats it in another unit and is left out; an empty or unreadable cell gives no hours.
 */
export function readHours(cell: string, unit: 'hours' | 'days' = 'hours'): ReadHours {
  const text = plain(cell);
  if (text === '') return { isSure: false };
  if (withoutTime.test(text)) return { hours: 0, isSure: true };
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?(?:\s*\/\s*\d+)?)\s*(phút|giờ|buổi|ngày|tuần|h\b|g\b)?/g)];
  const [only] = parts;
  if (only === undefined || /\d\s*(-|–|đến)\s*\d|tháng|năm/.test(text)) return { isSure: false };
  if (parts.length === 1 && only[2] === undefined)
    return told(amount(only[1]) * (unit === 'days' ? hoursOf.ngay : 1), text === only[0].trim());
  if (parts.some(([, , word]) => word === undefined)) return { isSure: false };
  return told(
    parts.reduce((sum, [, number, word]) => sum + amount(number) * hoursOf[unitOf(word)], 0),
    true,
  );
}

function plain(cell: string): string {
  const told = cell.toLowerCase().replaceAll(/\([^)]*\)/g, ' ');
  const text = told.trim() === '' ? cell.toLowerCase().replaceAll(/[()]/g, ' ') : told;
  return text
    .replaceAll(/(\d*)\s*([½¼¾])/g, (_, whole: string, part: string) =>
      String(Number(whole || 0) + Number(fractions[part])),
    )
    .replaceAll(/(\d),(\d)/g, '$1.$2')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\b(làm việc|hành chính)\b|[.;:]\s*$/g, '')
    .trim();
}

function amount(number = ''): number {
  const [whole, parts] = number.split('/').map(Number);
  return parts === undefined ? (whole ?? 0) : (whole ?? 0) / parts;
}

function unitOf(word: string | undefined): Unit {
  const names: Readonly<Record<string, Unit>> = { phút: 'phut', buổi: 'buoi', ngày: 'ngay', tuần: 'tuan' };
  return names[word ?? ''] ?? 'gio';
}

/** Whole minutes; beyond any process is a slip of the keyboard. */
function told(hours: number, isSure: boolean): ReadHours {
  const rounded = Math.round(hours * 60) / 60;
  return Number.isFinite(rounded) && rounded <= 5000 ? { hours: rounded, isSure } : { isSure: false };
}
