import { foreignHost, markup } from './hostile-texts.ts';

/** An answer as it came over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What belongs to nobody's screen: traces, statements, addresses of the machine, secrets. */
const insides: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a stack trace', /\n\s+at .+:\d+:\d+\)?|node_modules\/|file:\/\/\/|\/src\/(modules|platform|web|main)\//],
  ['SQL', /\bselect [^<]{1,300} from (identity|dossiers|catalogue|documents|process|platform|forms)\./i],
  [
    'a database error',
    /violates (unique|check|foreign|not-null)|syntax error at or near|relation "[^"]+" does not/,
  ],
  ['a database error', /invalid input syntax for|duplicate key value|permission denied for (table|schema)/],
  ['a database address', /postgres(ql)?:\/\//],
  ['a password hash', /\$argon2id\$|\$scrypt\$/],
  ['an error of JavaScript', /\b(Type|Reference|Range|Syntax)Error:|Cannot read propert|is not a function/],
];

/** Everything about an answer that must not be, whoever asked for what; empty when it is well. */
export function faultsOf(answer: Answer, forbidden: readonly string[]): readonly string[] {
  const { status, headers, body } = answer;
  const type = String(headers['content-type'] ?? '');
  const location = String(headers.location ?? '');
  const policy = String(headers['content-security-policy'] ?? '');
  const head = JSON.stringify(headers);
  const faults: string[] = [];
  // 503 is an answer of ours: something outside (the provider of identities) is not there, and the page says so.
  if (status >= 500 && status !== 503) faults.push(`status ${status}`);
  for (const [what, pattern] of insides) {
    const found = pattern.exec(body) ?? pattern.exec(location);
    if (found) faults.push(`shows ${what}: ${found[0].trim().slice(0, 120)}`);
  }
  for (const text of forbidden) if (body.includes(text)) faults.push(`shows what is another's: ${text}`);
  if (
    /^([a-z]+:)?[/\\]{2}/i.test(location) &&
    new URL(location, 'http://localhost:8080').host.includes(foreignHost)
  )
    faults.push(`sends away: ${location}`);
  if (/^javascript:/i.test(location)) faults.push(`sends to a script: ${location}`);
  if (/set-cookie":.*ke-xau/.test(head)) faults.push('lets a header be written');
  if (type.includes('html')) faults.push(...faultsOfPage(body, policy));
  if (type.includes('csv') && /(^|[,;\n])"?[=@]/.test(body)) faults.push('a cell a spreadsheet would run');
  if (body !== '' && (type === '' || headers['x-content-type-options'] !== 'nosniff'))
    faults.push('lets browsers guess its type');
  if (type.startsWith('text/') && !/; *charset=utf-8/i.test(type)) faults.push('does not say its letters');
  if (headers['access-control-allow-origin'] !== undefined) faults.push('lets other sites read it');
  if (!/frame-ancestors '(none|self)'/.test(policy)) faults.push('lets other sites frame it');
  return faults;
}

function faultsOfPage(body: string, policy: string): readonly string[] {
  const faults: string[] = [];
  if (body.includes(markup) || /<img src=x/.test(body))
    faults.push('markup somebody sent is markup of the page');
  if (/href="\s*javascript:/i.test(body)) faults.push('a link that runs');
  if (/\b(href|action|src)="(https?:)?\/\/ke-xau/.test(body))
    faults.push('a link where somebody else wants it');
  if (!policy.includes("default-src 'none'") || /unsafe-(inline|eval)/.test(policy))
    faults.push(`a weak policy: ${policy.slice(0, 80)}`);
  return faults;
}
