import { data } from 'react-router';
import { type PlainDate, parsePlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { ProcedureBrief, ProcedurePage } from '../../../modules/catalogue/public.ts';
import type { RequestApp } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { parameters, procedureAddress, versionAddress } from './addresses.ts';
import { pageAddresses } from './page-addresses.ts';
import { readMatter } from './read-matter.ts';

/** A code under which nothing is in force, with what may have been meant. */
export interface MissingProcedure {
  readonly code: string;
  /** The day asked for, when the procedure exists but is not in force then. */
  readonly on?: PlainDate;
  readonly suggestions: readonly ProcedureBrief[];
}

export type LoadedProcedure =
  | {
      readonly page: ProcedurePage;
      readonly search: string;
      readonly addresses: ReturnType<typeof pageAddresses>;
    }
  | { readonly missing: MissingProcedure };

/** The page of a procedure for what the address says; `path` is its one address. An unknown code answers 404 with suggestions. */
export async function loadProcedure(app: RequestApp, code: string, search: URLSearchParams, path?: string) {
  const found = await app.modules.catalogue.getProcedurePage(app.caller, readMatter(code, search));
  if (!found.ok) {
    if (found.refusal.kind !== 'not-found') orErrorPage(found);
    const isKnown = found.refusal.type === 'catalogue.not-in-force';
    return loadMissing(app, code, isKnown ? dayAsked(app, search) : undefined);
  }
  const { version, on, today } = found.value;
  const own = on === today ? procedureAddress('vi', code) : versionAddress('vi', code, version.number);
  const addresses = pageAddresses(app, path ?? own);
  return data<LoadedProcedure>({ page: found.value, search: search.toString(), addresses });
}

/** The answer 404: nothing under this code, or nothing in force on the day. */
export async function loadMissing(app: RequestApp, code: string, on?: PlainDate) {
  const missing = {
    code: code.slice(0, 40),
    ...(on ? { on } : {}),
    suggestions: await suggest(app, code),
  };
  return data<{ readonly missing: MissingProcedure }>({ missing }, { status: 404 });
}

function dayAsked(app: RequestApp, search: URLSearchParams): PlainDate {
  return parsePlainDate(search.get(parameters.day) ?? '') ?? plainDateOf(app.caller.now);
}

/** Codes that begin alike, else what the words of the address find, else the commonest. */
async function suggest({ modules, caller }: RequestApp, code: string): Promise<readonly ProcedureBrief[]> {
  const attempts = [code.slice(0, 7), code.slice(0, 6), code.replaceAll('-', ' ').slice(0, 60), ''];
  for (const q of attempts) {
    const found = await modules.catalogue.findProcedures(caller, { q, limit: 5 });
    if (found.ok && found.value.items.length > 0) return found.value.items;
  }
  return [];
}
