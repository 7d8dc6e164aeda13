/**
 * The authority line and position above a signature (NĐ 30/2020; practice 9): the head signs in person, a deputy
 * head "KT." (ký thay) the head. Lines are in capitals as printed.
 */
export function signingForm(signer: {
  readonly title: string;
  readonly headTitle: string;
}): readonly string[] {
  const title = signer.title.toLocaleUpperCase('vi');
  const head = signer.headTitle.toLocaleUpperCase('vi');
  return title === head ? [head] : [`KT. ${head}`, title];
}
