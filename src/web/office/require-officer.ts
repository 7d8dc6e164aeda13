import { data, redirect } from 'react-router';
import type { OfficerActor } from '../../kernel/actor.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { officeSignInAddress } from '../portal/sign-in/sign-in-address.ts';

/** The officer who asks; anybody else is sent to sign in, a citizen is told the page is not theirs. */
export function requireOfficer({ actor }: Caller, request: Request): OfficerActor {
  if (actor.kind === 'officer') return actor;
  if (actor.kind === 'citizen') throw data(null, { status: 403 });
  const { pathname, search } = new URL(request.url);
  throw redirect(officeSignInAddress(pathname + search));
}
