import type { Request } from './load.ts';
import type { Statement } from './record-statements.ts';

/** A request as the product answered it once, with the statements it sent: what the bare server does again. */
export interface Recording {
  /** Method and path, ids replaced by `:id`. */
  readonly route: string;
  /** Names in the request (ids, codes), in order of appearance. */
  readonly names: readonly string[];
  readonly statements: readonly Statement[];
  /** When the recording began: later UUIDv7 were made by the request itself. */
  readonly since: number;
  readonly status: number;
  readonly contentType: string;
  readonly bytes: number;
}

const names = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|H\d\d\.\d+-\d+-\d+/g;

/** The header that names ids a request leads to without carrying them; the product ignores it. */
export const subjectHeader = 'x-bench-subject';

export function routeOf(method: string, path: string): string {
  return `${method} ${path.replaceAll(names, ':id')}`;
}

/** Ids and codes in a request. */
export function namesIn(request: Pick<Request, 'path' | 'body' | 'headers'>): readonly string[] {
  return `${request.path} ${request.body ?? ''} ${request.headers[subjectHeader] ?? ''}`.match(names) ?? [];
}

/** Replaces the recorded request's names by this one's, and the ids it made by new ones, wherever they stand. */
export function createRenamer(
  recording: Recording,
  given: readonly string[],
  newId: () => string,
): (value: unknown) => unknown {
  const renamed = new Map(recording.names.map((name, index) => [name, given[index] ?? name]));
  const rename = (name: string): string => {
    const known = renamed.get(name);
    if (known !== undefined) return known;
    const next = isMadeSince(name, recording.since) ? newId() : name;
    renamed.set(name, next);
    return next;
  };
  const inside = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(names, rename);
    return Array.isArray(value) ? value.map(inside) : value;
  };
  return inside;
}

function isMadeSince(name: string, since: number): boolean {
  return name[14] === '7' && Number.parseInt(name.slice(0, 8) + name.slice(9, 13), 16) >= since;
}
