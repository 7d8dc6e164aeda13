/** What a row of the table can be. */
export const rowKinds = ['intake', 'work', 'sign', 'issue', 'return', 'wait'] as const;
