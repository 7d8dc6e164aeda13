/** The list of people. */
export const peopleHome = '/can-bo/nguoi-dung';
/** Where an Excel file of people is sent in. */
export const peopleImportHome = `${peopleHome}/nhap`;
/** Where a second person confirms that a second factor is taken away. */
export const resetsHome = '/can-bo/dat-lai-xac-thuc';
/** Where a code is typed in and a password set. */
export const activationHome = '/can-bo/dang-nhap/kich-hoat';

/** The page of one account. */
export function personAddress(accountId: string): string {
  return `${peopleHome}/${accountId}`;
}

/** Names of the filters in the address. */
export const peopleFilters = {
  words: 'tim',
  unit: 'don-vi',
  role: 'vai-tro',
  state: 'tinh-trang',
  after: 'tu',
} as const;
