import { translate } from '../../../texts/translate.ts';
import type { WrongPlace } from '../core/import/wrong-place.ts';

/** Wrong places as rows of a list to mend the file by, with their sentence. */
export function wrongPlaceRows(wrong: readonly WrongPlace[]): (string | number | undefined)[][] {
  return [
    ['Sheet', 'Dòng', 'Cột', 'Tên cột', 'Mã thủ tục', 'Lý do', 'Chi tiết'],
    ...wrong.map(({ sheet, row, column, header, code, reason, detail }) => [
      sheet,
      row,
      column,
      header,
      code,
      translate('vi', `catalogue.import.reason.${reason}`),
      detail,
    ]),
  ];
}
