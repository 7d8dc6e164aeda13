import { data } from 'react-router';
import { refusalStatus } from '../../platform/http/refusal-status.ts';
import { appContext } from '../context.ts';
import type { Route } from './+types/problem.ts';

/** Where the server sends a request that failed before it reached its page; 404 to anybody who asks for it. */
export function loader({ context }: Route.LoaderArgs): never {
  const { problem } = context.get(appContext);
  if (problem === undefined) throw data(null, { status: 404 });
  const { refusal } = problem;
  throw data({ refusal }, { status: refusal === undefined ? 500 : refusalStatus[refusal.kind] });
}

export default function Problem() {
  return null;
}
