/** What may go wrong between the journal and its timestamp authority, for trying out that a head waits and nothing false is taken. */
export const timestampFaults = [
  'down',
  'slow',
  'refused',
  'garbage',
  'wrong-nonce',
  'wrong-imprint',
  'wrong-policy',
  'wrong-signature',
  'wrong-purpose',
  'expired-certificate',
  'other-authority',
  'wrong-clock',
] as const;
export type TimestampFaultName = (typeof timestampFaults)[number];

/** Whether a text of a form names a fault. */
export function isTimestampFault(text: unknown): text is TimestampFaultName {
  return timestampFaults.some((fault) => fault === text);
}
