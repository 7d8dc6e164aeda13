import type { AddressBook } from '../core/answers.ts';

/** Two provinces around the reorganisation of 01/07/2025; Hà Nội has no list of communes. */
export const sampleAddressBook: AddressBook = {
  provinces: (on) =>
    on < '2025-07-01'
      ? [
          { code: '72', name: 'Tỉnh Tây Ninh' },
          { code: '01', name: 'Thành phố Hà Nội' },
        ]
      : [
          { code: '80', name: 'Tỉnh Tây Ninh' },
          { code: '01', name: 'Thành phố Hà Nội' },
        ],
  communes: (province, on) => {
    if (province === '72' && on < '2025-07-01')
      return [{ code: '25456', name: 'Phường 1, thành phố Tây Ninh' }];
    if (province === '80' && on >= '2025-07-01') return [{ code: '25459', name: 'Phường Tân Ninh' }];
    return undefined;
  },
  after: (commune, from, on) =>
    commune === '25456' && from < '2025-07-01' && on >= '2025-07-01'
      ? { name: 'Phường 1', heirs: ['Phường Tân Ninh', 'Phường Bình Minh'] }
      : undefined,
};
