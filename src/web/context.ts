import { createContext, data } from 'react-router';
import type { CommandContext } from '../kernel/context.ts';
import { isUuid } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Caller } from '../platform/http/caller.ts';
import type { SessionCookie } from '../platform/http/session-cookie.ts';
import type { Locale } from '../texts/locale.ts';
import type { WebModules } from './modules.ts';

/** What every loader and action gets: `context.get(appContext)`. Built once per request by the server. */
export interface RequestApp {
  readonly modules: WebModules;
  /** Who calls and when: the context of queries; `commandOf(app, form)` makes that of a command. */
  readonly caller: Caller;
  /** Id of this HTTP request, in the logs and on the error pages; not the form's `requestId` field. */
  readonly httpRequestId: string;
  readonly locale: Locale;
  readonly portal: PortalInfo;
  readonly baseUrl: URL;
  /** Makes the `Set-Cookie` values of signing in and out. */
  readonly sessionCookie: SessionCookie;
  /** For inline scripts of interactive pages; new for each request. */
  readonly nonce: string;
  /** The OpenAPI document of the routes served. */
  readonly openApi: () => unknown;
  readonly log: RequestLog;
  /** Set only when the request failed before it reached a page: what the page `/loi` shows. */
  readonly problem?: { readonly refusal: Refusal | undefined; readonly path: string };
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

/**
 * The context of a command a form asks for. Its id is the form's hidden field `requestId` (`<RequestId />`), so that
 * sending the form twice does the work once. Throws 422 when the field is missing: the form is not ours.
 */
export function commandOf({ caller }: RequestApp, form: FormData): CommandContext {
  const requestId = form.get('requestId');
  if (typeof requestId !== 'string' || !isUuid(requestId)) throw data(null, { status: 422 });
  const { jurisdiction, actor, now, origin } = caller;
  return { jurisdiction, actor, now, origin, requestId };
}
