import type { LoaderFunctionArgs } from 'react-router';
import { appContext } from './context.ts';

/** What the frame of every page knows: language, whose portal it is, who is signed in. */
export function loader({ context }: LoaderFunctionArgs) {
  const { locale, portal, caller, httpRequestId, problem } = context.get(appContext);
  const { displayName } = caller.session;
  return {
    locale,
    portal,
    account:
      displayName === undefined || caller.session.pending
        ? undefined
        : { kind: caller.actor.kind, displayName, elsewhere: caller.session.elsewhere ?? false },
    httpRequestId,
    now: caller.now,
    /** Address the person asked for, when the page shown is the error page in its place. */
    failedPath: problem?.path,
  };
}
