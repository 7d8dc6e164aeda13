import pg from 'pg';

/** One statement as the driver sent it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs the work and returns every statement this process sent meanwhile, transaction brackets included, in order. */
export async function recordStatements<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly statements: readonly Statement[] }> {
  const statements: Statement[] = [];
  const { query } = pg.Client.prototype;
  const use = (value: unknown) =>
    Object.defineProperty(pg.Client.prototype, 'query', { value, configurable: true, writable: true });
  use(function recorded(this: pg.Client, ...args: unknown[]): unknown {
    const [text, values] = args;
    if (typeof text === 'string') statements.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(query, this, args);
  });
  try {
    return { value: await work(), statements };
  } finally {
    use(query);
  }
}

/** What a statement does, in a few words: `select dossiers.dossier`, `insert platform.event`, `commit`. */
export function gistOf({ text }: Statement): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  const [verb = ''] = flat.split(' ', 1);
  const writes = [...flat.matchAll(/(?:insert into|update|delete from) ([a-z_]+\.[a-z_]+)/g)];
  if (writes.length > 0)
    return writes.length > 1 ? `write ${writes.length} tables` : `${verb} ${writes[0]?.[1]}`;
  const read = /(?:from|select) ([a-z_]+\.[a-z_]+)/.exec(flat);
  return read ? `${verb} ${read[1]}` : verb;
}
