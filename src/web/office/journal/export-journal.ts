import { appContext } from '../../context.ts';
import { orProof, requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/export-journal.ts';
import { readJournalQuery } from './read-journal-query.ts';

/** What the search finds, with its proof, streamed as lines of JSON. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { asked, address } = readJournalQuery(request.url);
  const lines = orProof(
    await modules.audit.queries.export(caller, asked),
    request,
    address.replace('/xuat', ''),
  );
  return new Response(streamOf(lines), {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="nhat-ky.jsonl"',
    },
  });
}

/** One line at a time, as fast as the reader takes them. */
function streamOf(lines: AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const source = lines[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await source.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    cancel: async () => {
      await source.return?.();
    },
  });
}
