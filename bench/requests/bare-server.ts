/**
 * A server without framework, parsing or rendering: it repeats on each request the statements the product sent for the
 * same request, and answers as many bytes. Started by bench/requests.ts, which sends what to do as one message.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { Pool, PoolClient } from 'pg';
import { createPool } from '../../src/platform/database.ts';
import { newUuidV7 } from '../../src/platform/ids.ts';
import { createRenamer, namesIn, type Recording, routeOf, subjectHeader } from './replay.ts';

export interface BareScript {
  readonly url: string;
  readonly recordings: readonly Recording[];
}

process.once('message', (message) => {
  const { url, recordings } = message as BareScript;
  const pool = createPool({ url, role: 'motcua_app', jurisdiction: 1, maxConnections: 20 });
  const answers = new Map(recordings.map((each) => [each.route, { each, body: 'x'.repeat(each.bytes) }]));
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const answer = answers.get(routeOf(request.method ?? 'GET', path));
    if (!answer) return response.writeHead(404).end();
    const body = await bodyOf(request);
    const subject = String(request.headers[subjectHeader] ?? '');
    try {
      await repeat(pool, answer.each, namesIn({ path, body, headers: { [subjectHeader]: subject } }));
      response.writeHead(answer.each.status, { 'content-type': answer.each.contentType }).end(answer.body);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

async function repeat(pool: Pool, recording: Recording, given: readonly string[]): Promise<void> {
  const rename = createRenamer(recording, given, newUuidV7);
  let client: PoolClient | undefined;
  try {
    for (const { text, values } of recording.statements) {
      if (text === 'begin') client = await pool.connect();
      await (client ?? pool).query(text, values.map(rename));
      if (text === 'commit') {
        client?.release();
        client = undefined;
      }
    }
  } catch (error) {
    client?.release(true);
    throw error;
  }
}
