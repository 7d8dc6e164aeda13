/** One environment variable of the product: the row of docs/operations/configuration.md and the rule behind it. */
export interface Variable {
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly meaning: string;
  /** What holds when it is left out, as written in the table; absent: it must be given. */
  readonly fallback?: string;
  /** In production mode: must be given, may be given, or must not be given. */
  readonly production: 'required' | 'optional' | 'refused';
  readonly secret?: boolean;
}

/** Every variable the product reads, in the order of the table. */
export const variables = [
  {
    name: 'MOTCUA_MODE',
    meaning: '`demo` (demo people, a local sign-in provider) or `production`.',
    fallback: '`demo`',
    production: 'required',
  },
  {
    name: 'DATABASE_URL',
    meaning: 'PostgreSQL 15 or later for the application; its login must be a member of `motcua_app`.',
    fallback: 'the embedded server',
    production: 'required',
    secret: true,
  },
  {
    name: 'DATABASE_MIGRATION_URL',
    meaning: 'The same database as its owner, for migrations.',
    fallback: '`DATABASE_URL`',
    production: 'optional',
    secret: true,
  },
  {
    name: 'DATABASE_QUEUE_URL',
    meaning: 'The same database for the job queue; its login must be a member of `motcua_queue`.',
    fallback: '`DATABASE_URL`',
    production: 'optional',
    secret: true,
  },
  {
    name: 'MOTCUA_BASE_URL',
    meaning: 'Address people type; `https` in production, without a path.',
    fallback: '`http://localhost:<port>`',
    production: 'required',
  },
  {
    name: 'MOTCUA_HOST',
    meaning: 'Network address to listen on.',
    fallback: '`127.0.0.1`',
    production: 'optional',
  },
  {
    name: 'MOTCUA_PORT',
    meaning: 'Port to listen on.',
    fallback: '`8080`',
    production: 'optional',
  },
  {
    name: 'MOTCUA_TRUST_PROXY',
    meaning: 'Number of reverse proxies in front whose `X-Forwarded-For` is believed.',
    fallback: '`0`',
    production: 'optional',
  },
  {
    name: 'MOTCUA_DATA',
    meaning: 'Folder of uploaded files and of the embedded server.',
    fallback: '`.motcua`, or `/var/lib/motcua` when the checkout lies under a closed folder',
    production: 'required',
  },
  {
    name: 'MOTCUA_UPLOAD_MEGABYTES',
    meaning: 'Largest file people may send, in megabytes; a proxy in front must let as much through.',
    fallback: '`50`',
    production: 'optional',
  },
  {
    name: 'MOTCUA_SESSION_SECRET',
    meaning: 'Signs cookies; at least 32 characters.',
    fallback: 'made once and kept in the data folder',
    production: 'required',
    secret: true,
  },
  {
    name: 'MOTCUA_SEAL_KEYS',
    meaning:
      'Keys that seal identity numbers: `id:key`, comma between, 32 bytes in base64 each; the first seals, all open.',
    fallback: 'made once and kept in the data folder',
    production: 'required',
    secret: true,
  },
  {
    name: 'MOTCUA_INDEX_KEY',
    meaning:
      'Keys of the blind index over identity numbers, 32 bytes in base64, comma between; the first indexes, all find.',
    fallback: 'made once and kept in the data folder',
    production: 'required',
    secret: true,
  },
  {
    name: 'MOTCUA_STAMP_KEY',
    meaning:
      'From which the key is made that stamps the journal, 32 bytes in base64; set it to the first index key before that one is dropped, and keep it for ever.',
    fallback: 'the oldest index key',
    production: 'optional',
    secret: true,
  },
  {
    name: 'MOTCUA_OIDC_ISSUER',
    meaning: 'OpenID Connect issuer of citizens (VNeID, the province, Keycloak), `https`.',
    fallback: 'the local provider',
    production: 'required',
  },
  {
    name: 'MOTCUA_OIDC_CLIENT_ID',
    meaning: 'Client id registered with that issuer.',
    fallback: 'the local provider',
    production: 'required',
  },
  {
    name: 'MOTCUA_OIDC_CLIENT_SECRET',
    meaning: 'Secret of that client.',
    fallback: 'the local provider',
    production: 'required',
    secret: true,
  },
  {
    name: 'MOTCUA_OIDC_LEAST_ASSURANCE',
    meaning:
      'Lowest level of a citizen’s account (claim loAs) that is let in; `0` where the issuer tells none.',
    fallback: '`2`',
    production: 'optional',
  },
  {
    name: 'MOTCUA_TSA_URL',
    meaning:
      'Timestamp authority (RFC 3161 over HTTP) that stamps the journal’s daily heads; the only address asked.',
    fallback: 'the simulated authority',
    production: 'optional',
  },
  {
    name: 'MOTCUA_TSA_ANCHORS',
    meaning:
      'File with the root certificates (PEM) of that authority; those of earlier ones stay in it, for old heads are proved with them.',
    fallback: 'the simulated authority',
    production: 'optional',
  },
  {
    name: 'MOTCUA_TSA_POLICY',
    meaning: 'Policy (object identifier) under which alone its stamps are taken.',
    fallback: 'any',
    production: 'optional',
  },
  {
    name: 'MOTCUA_CLAMD',
    meaning:
      'clamd that looks at every uploaded file: `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`; in a demo also `simulator` or `off`.',
    fallback: '`simulator`; in production, nothing is scanned',
    production: 'optional',
  },
  {
    name: 'MOTCUA_CLAMD_OPEN_WAITING',
    meaning: '`yes`: files may be opened before the scanner has looked at them; those with a finding never.',
    fallback: '`no`',
    production: 'optional',
  },
  {
    name: 'MOTCUA_OFFICE_OIDC_ISSUER',
    meaning: 'OpenID Connect issuer of the province, at which officers may sign in too, `https`.',
    fallback: 'the local one; in production, none is offered',
    production: 'optional',
  },
  {
    name: 'MOTCUA_OFFICE_OIDC_CLIENT_ID',
    meaning: 'Client id registered with that issuer.',
    fallback: 'as the issuer',
    production: 'optional',
  },
  {
    name: 'MOTCUA_OFFICE_OIDC_CLIENT_SECRET',
    meaning: 'Secret of that client.',
    fallback: 'as the issuer',
    production: 'optional',
    secret: true,
  },
  {
    name: 'MOTCUA_OFFICE_OIDC_SECOND_FACTOR',
    meaning:
      'Values of `acr` or `amr` with which that issuer says that a second factor was proved, comma between; none: our own is asked for.',
    fallback: 'none',
    production: 'optional',
  },
  {
    name: 'MOTCUA_CLOCK',
    meaning: 'Instant at which the clock starts, for trying out holidays, e.g. `2027-02-05T08:00:00+07:00`.',
    fallback: 'the machine’s clock',
    production: 'refused',
  },
  {
    name: 'MOTCUA_LOG_LEVEL',
    meaning: '`debug`, `info`, `warn` or `error`.',
    fallback: '`info`',
    production: 'optional',
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof variables)[number]['name'];
