import { data, redirect } from 'react-router';
import type { OfficerActor } from '../../../kernel/actor.ts';
import type { RequestApp } from '../../context.ts';
import { officeSignInAddress } from '../../portal/sign-in/sign-in-address.ts';

/** The signed-in officer; else as `requireCitizen`, with the officers' sign-in page. */
export function requireOfficer({ caller }: RequestApp, request: Request): OfficerActor {
  const { actor } = caller;
  if (actor.kind === 'officer') return actor;
  if (actor.kind === 'citizen') throw data({ refusal: officersOnly }, { status: 403 });
  if (request.method !== 'GET') throw data({ refusal: expired }, { status: 401 });
  const { pathname, search } = new URL(request.url);
  throw redirect(officeSignInAddress(pathname + search));
}

const officersOnly = { kind: 'forbidden', type: 'identity.officers-only' } as const;
const expired = { kind: 'unauthenticated', type: 'identity.session-expired' } as const;
