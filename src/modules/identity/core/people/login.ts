import { z } from 'zod';

/** How an officer is called when signing in: lower case, as in an address of the office. */
export const loginShape = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/);
