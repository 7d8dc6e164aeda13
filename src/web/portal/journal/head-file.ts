import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { appContext } from '../../context.ts';
import type { WebModules } from '../../modules.ts';
import type { Route } from './+types/head-file.ts';

/**
 * What is needed to check one seal without this system: the text that was stamped (`2026-11-25.txt`), the stamp of the timestamp
 * authority (`2026-11-25.tsr`), and the certificates in which its chain ends (`chung-thu-goc.pem`).
 */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { audit } = context.get(appContext).modules;
  const found = await contentOf(audit.queries, params.file);
  if (!found) throw new Response(null, { status: 404 });
  return new Response(found.body, {
    headers: {
      'content-type': found.type,
      'content-disposition': `attachment; filename="${params.file}"`,
      'cache-control': 'public, max-age=300',
    },
  });
}

async function contentOf(queries: WebModules['audit']['queries'], file: string) {
  if (file === 'chung-thu-goc.pem') {
    const pem = queries.anchors();
    return pem === '' ? undefined : { type: 'application/x-pem-file', body: pem };
  }
  const [, text = '', ending] = /^(.{10})\.(txt|tsr)$/.exec(file) ?? [];
  const day = parsePlainDate(text);
  const head = day && (await queries.head(day));
  if (!head) return undefined;
  if (ending === 'txt') return { type: 'text/plain; charset=utf-8', body: head.text };
  return head.stampKind === 'token'
    ? { type: 'application/timestamp-reply', body: Buffer.from(head.stamp, 'base64') }
    : undefined;
}
