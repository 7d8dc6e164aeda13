const weekdayTexts = [
  'procedure.lists.day.1',
  'procedure.lists.day.2',
  'procedure.lists.day.3',
  'procedure.lists.day.4',
  'procedure.lists.day.5',
  'procedure.lists.day.6',
  'procedure.lists.day.7',
] as const;

/** 1 Monday … 7 Sunday. */
export function weekdayText(day: number): (typeof weekdayTexts)[number] {
  return weekdayTexts[day - 1] ?? 'procedure.lists.day.7';
}
