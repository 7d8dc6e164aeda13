/** The modules pages may call, joined by `main/compose.ts`: one line per module, its type from `public.ts`. */
export type WebModules = object;
