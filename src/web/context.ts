import { createContext } from 'react-router';
import type { Actor } from '../kernel/actor.ts';
import type { Locale } from '../texts/locale.ts';
import type { WebModules } from './modules.ts';

/** What every loader and action gets: `context.get(appContext)`. Built once per request by the server. */
export interface RequestApp {
  readonly modules: WebModules;
  readonly actor: Actor;
  readonly session: WebSession | undefined;
  /** The instant of the request; pages never read the clock themselves. */
  readonly now: Date;
  /** Id of this HTTP request, in the logs and on the error pages; not the form's `requestId` field. */
  readonly requestId: string;
  /** Client address, kept with events as "from where". */
  readonly origin: string;
  readonly locale: Locale;
  readonly portal: PortalInfo;
  /** For inline scripts of interactive pages; new for each request. */
  readonly nonce: string;
  readonly log: RequestLog;
}

/** What pages may know of a signed-in session. */
export interface WebSession {
  /** Name shown in the header. */
  readonly displayName: string;
}

/** Whose portal it is: shown in the header, the footer and the error pages. */
export interface PortalInfo {
  readonly provinceName: string;
  readonly agencyName: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

export interface RequestLog {
  error(details: object, message: string): void;
}

/**
 * The key under which loaders find the request. The server takes it from the built entry, never from this file:
 * two copies of the module would give two keys.
 */
export const appContext = createContext<RequestApp>();
