/** The sheets of a workbook, in their order; every row but the legend's begins with its procedure's code. */
export const sheetNames = {
  procedures: 'Thủ tục',
  cases: 'Trường hợp',
  components: 'Thành phần',
  timeLimits: 'Thời hạn',
  fees: 'Phí',
  results: 'Kết quả',
  legalBases: 'Căn cứ',
  steps: 'Trình tự',
  decisions: 'Quyết định',
} as const;

export type SheetKey = keyof typeof sheetNames;

/** Explains every column; reading passes over it. */
export const legendName = 'Hướng dẫn';

export const sheetKeys = Object.keys(sheetNames) as SheetKey[];
