import type { HeadView } from '../../../modules/audit/contract.ts';
import { appContext } from '../../context.ts';
import type { Route } from './+types/heads-json.ts';

/** All seals as one file, as `motcua audit verify` takes it. */
export async function loader({ context }: Route.LoaderArgs) {
  const { heads } = context.get(appContext).modules.audit.queries;
  const all: HeadView[] = [];
  let before: string | undefined;
  do {
    const page = await heads(before);
    all.push(...page.items);
    before = page.next;
  } while (before !== undefined);
  return Response.json(all, { headers: { 'cache-control': 'public, max-age=300' } });
}
