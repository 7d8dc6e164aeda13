import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import {
  createRequestHandler,
  type EntryContext,
  isRouteErrorResponse,
  RouterContextProvider,
  type ServerBuild,
  ServerRouter,
} from 'react-router';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { appContext, type RequestApp } from './context.ts';
import type { PageHandle } from './page-handle.ts';
import { patternFinder, patternsById } from './page-pattern.ts';

/**
 * The handler of all pages, made from the built server bundle. It lives here so that the router, its context key
 * and the pages come from one copy of each module.
 */
export function createPageHandler(build: ServerBuild): PageHandler {
  const handle = createRequestHandler(build, 'production');
  return async (request, app) => {
    const context = new RouterContextProvider();
    context.set(appContext, app);
    const answer = await handle(request, context);
    // The data of a page alone: the router sends them as text and does not say in which letters.
    if (answer.headers.get('content-type') === 'text/x-script')
      answer.headers.set('content-type', 'text/x-script; charset=utf-8');
    return answer;
  };
}

export type PageHandler = (request: Request, app: RequestApp) => Promise<Response>;

/** Finds the pattern of the page an address belongs to, for logs and metrics. */
export function createPatternOf(build: ServerBuild): (pathname: string) => string {
  return patternFinder(Object.values(build.routes).filter((route) => route !== undefined));
}

/** Tells patterns that answer with a page of their own from downloads and what scripts ask. */
export function createIsPage(build: ServerBuild): (pattern: string) => boolean {
  const routes = Object.values(build.routes).filter((route) => route !== undefined);
  const patterns = patternsById(routes);
  const pages = routes.filter(({ module }) => module.default !== undefined).map(({ id }) => patterns.get(id));
  return (pattern) => pages.includes(pattern);
}

/** Renders the whole page before answering, so that a page without script needs none to complete itself. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const app = context.get(appContext);
  const js = entry.staticHandlerContext.matches.some((match) => handleOf(match.route).js === true);
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-security-policy', contentSecurityPolicy({ nonce: app.nonce, js }));
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <ServerRouter context={entry} url={request.url} nonce={app.nonce} />,
      {
        nonce: app.nonce,
        onAllReady() {
          const body = pipe(new PassThrough());
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        },
        onShellError: reject,
        onError: (error) => logError(app, error),
      },
    );
  });
}

/**
 * Every unexpected error of a loader, an action or a page. An answer thrown on purpose never comes here; what the router
 * itself answers to a method or an address no page has is nobody's error.
 */
export function handleError(
  error: unknown,
  details: { request: Request; context: Readonly<RouterContextProvider> },
) {
  if (details.request.signal.aborted || isRouteErrorResponse(error)) return;
  logError(details.context.get(appContext), error);
}

function logError(app: RequestApp, error: unknown) {
  app.log.error({ err: error }, 'page failed');
}

function handleOf(route: { handle?: unknown }): PageHandle {
  return (route.handle as PageHandle | undefined) ?? {};
}
