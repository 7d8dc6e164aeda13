/** What may go wrong between the product and its scanner, for trying out that files wait and nothing unproved is opened. */
export const clamdFaults = ['down', 'slow', 'cut', 'garbage', 'size-limit'] as const;
export type ClamdFaultName = (typeof clamdFaults)[number];

/** Whether a text of a form names a fault. */
export function isClamdFault(text: unknown): text is ClamdFaultName {
  return clamdFaults.some((fault) => fault === text);
}
