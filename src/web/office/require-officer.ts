import { data, redirect } from 'react-router';
import type { OfficerActor } from '../../kernel/actor.ts';
import type { Result } from '../../kernel/result.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { officeSignInAddress } from '../portal/sign-in/sign-in-address.ts';
import { orErrorPage } from '../refusals.ts';

const officersOnly = { kind: 'forbidden', type: 'identity.officers-only' } as const;
const expired = { kind: 'unauthenticated', type: 'identity.session-expired' } as const;

/**
 * The officer who asks. Nobody signed in: a page sends to sign in and back; a sent form gets the designed 401 page,
 * for the redirect would lose what was sent without saying so. A citizen is told the page is not theirs.
 */
export function requireOfficer({ actor, session }: Caller, request: Request): OfficerActor {
  if (actor.kind === 'officer') return actor;
  if (session.pending && request.method === 'GET') throw redirect(proofAddress(request));
  if (actor.kind === 'citizen') throw data({ refusal: officersOnly }, { status: 403 });
  if (request.method !== 'GET') throw data({ refusal: expired }, { status: 401 });
  const { pathname, search } = new URL(request.url);
  throw redirect(officeSignInAddress(pathname + search));
}

/** Where a proof is asked for, with the way back: to the same address, or to the page from which it was asked. */
export function proofAddress(request: Request, back?: string): string {
  const { pathname, search } = new URL(request.url);
  return `/can-bo/xac-thuc?tiep=${encodeURIComponent(back ?? pathname + search)}`;
}

/** What was read, or the proof that it wants and the way back; any other refusal is its error page. */
export function orProof<T>(result: Result<T>, request: Request, back?: string): T {
  if (!result.ok && result.refusal.type === 'identity.step-up-needed')
    throw redirect(proofAddress(request, back));
  return orErrorPage(result);
}
