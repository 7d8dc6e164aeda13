import { data, redirect } from 'react-router';
import type { CitizenActor } from '../../../kernel/actor.ts';
import type { RequestApp } from '../../context.ts';
import { officeSignInAddress, signInAddress } from './sign-in-address.ts';

/**
 * The signed-in citizen. Nobody signed in: a page sends to the sign-in page and back afterwards; a sent form gets
 * the designed 401 page (its draft is kept). An officer gets the designed 403 page.
 */
export function requireCitizen({ caller }: RequestApp, request: Request): CitizenActor {
  const { actor } = caller;
  if (actor.kind === 'citizen') return actor;
  if (actor.kind === 'officer') throw data({ refusal: citizensOnly }, { status: 403 });
  if (request.method !== 'GET') throw data({ refusal: expired }, { status: 401 });
  const { pathname, search } = new URL(request.url);
  throw redirect(signInAddress(pathname + search));
}

/**
 * A citizen, or an officer who fills in for one; which draft is theirs is asked of its module. An officer whose session has
 * ended signs in as one, and comes back.
 */
export function requireDrafter(app: RequestApp, request: Request): void {
  const { actor, session } = app.caller;
  if (actor.kind === 'officer') return;
  if (session.endedOf !== 'officer' || request.method !== 'GET') requireCitizen(app, request);
  else {
    const { pathname, search } = new URL(request.url);
    throw redirect(officeSignInAddress(pathname + search));
  }
}

const citizensOnly = { kind: 'forbidden', type: 'identity.citizens-only' } as const;
const expired = { kind: 'unauthenticated', type: 'identity.session-expired' } as const;
