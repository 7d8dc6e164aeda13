/** Under whose power something is done: `… theo ủy quyền của A (QĐ số …, đến ngày …)`. */
export interface OnBehalf {
  readonly kind: 'authorised' | 'signingFor';
  /** Name and title. */
  readonly principal: string;
  readonly decisionNumber: string;
  readonly lastOn: string;
}
