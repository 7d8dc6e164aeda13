/** What a performer may decide, and what must hold before a step goes forward, in the order of the form. */
export const outcomes = ['forward', 'back', 'supplement', 'opinion', 'transfer', 'stop'] as const;
export const preconditions = ['papers-checked', 'fee-settled', 'result-file', 'opinions-in'] as const;
