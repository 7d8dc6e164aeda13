import { serve } from '../../src/main/serve.ts';
import { freePort } from '../../src/platform/embedded/free-port.ts';
import type { Request } from './load.ts';
import type { World } from './open-world.ts';
import type { Operation } from './operations.ts';
import { recordStatements } from './record-statements.ts';
import { namesIn, type Recording, routeOf } from './replay.ts';

/** Sends each operation to the product served in this process and writes down what it sent to the database. */
export async function recordOperations(
  { product }: World,
  operations: readonly Operation[],
): Promise<ReadonlyMap<Operation, Recording>> {
  const port = await freePort();
  const running = await serve(
    { ...product, config: { ...product.config, port } },
    { logStream: { write: () => undefined } },
  );
  const recordings = new Map<Operation, Recording>();
  try {
    for (const operation of operations) {
      // The first of a kind also reads what a process reads once.
      await recordOne(`http://127.0.0.1:${port}`, operation);
      recordings.set(operation, await recordOne(`http://127.0.0.1:${port}`, operation));
    }
  } finally {
    await running.stop();
  }
  return recordings;
}

async function recordOne(address: string, operation: Operation): Promise<Recording> {
  const request = operation.next();
  if (!request) throw new Error(`nothing prepared for: ${operation.name}`);
  const since = Date.now();
  const { value, statements } = await recordStatements(() => answerOf(address, request));
  if (value.status !== operation.expectedStatus)
    throw new Error(
      `${operation.name} answered ${value.status}: ${value.text.replaceAll(/<[^>]*>|\s+/g, ' ').slice(0, 1500)}`,
    );
  return {
    route: routeOf(request.method, request.path),
    names: namesIn(request),
    statements,
    since,
    status: value.status,
    contentType: value.contentType,
    bytes: Buffer.byteLength(value.text),
  };
}

async function answerOf(address: string, { method, path, headers, body }: Request) {
  const answer = await fetch(`${address}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
  const contentType = answer.headers.get('content-type') ?? 'text/plain';
  return { status: answer.status, contentType, text: await answer.text() };
}
