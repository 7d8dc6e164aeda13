import { data, redirect } from 'react-router';
import { appContext } from '../../context.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/new-calendar.ts';

/** Leads from the chosen code and beginning to the editor of a calendar that does not exist yet. */
export function loader({ context, request }: Route.LoaderArgs) {
  requireOfficer(context.get(appContext).caller, request);
  const { searchParams } = new URL(request.url);
  const code = (searchParams.get('ma') ?? '').trim().toLowerCase();
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) throw data(null, { status: 400 });
  const from = encodeURIComponent(searchParams.get('tu') ?? '');
  throw redirect(`/can-bo/lich/${code}?tu=${from}`);
}
