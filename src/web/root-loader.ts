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
    /** Whose session has just ended: an officer signs in again as one, wherever they were. */
    endedOf: caller.session.endedOf,
    httpRequestId,
    now: caller.now,
    /** Address the person asked for, when the page shown is the error page in its place. */
    failedPath: problem?.path,
  };
}
