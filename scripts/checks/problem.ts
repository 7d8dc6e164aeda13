/** One thing a check found wrong, with the place and what to do, ready to print. */
export type Problem = string;
