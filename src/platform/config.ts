import { resolve } from 'node:path';
import { z } from 'zod';
import type { ClamdAddress } from './clamd/clamd-address.ts';
import { clamd, key, keyList, postgresUrl, sealKeys, url, wholeNumber } from './config-values.ts';
import { type Variable, type VariableName, variables } from './config-variables.ts';

/** The configuration of one process: the environment, parsed once. */
export interface Config {
  readonly mode: 'demo' | 'production';
  readonly databaseUrl: string;
  readonly migrationUrl: string;
  readonly queueUrl: string;
  readonly baseUrl: URL;
  readonly host: string;
  readonly port: number;
  readonly trustedProxies: number;
  readonly dataFolder: string;
  /** Bytes one uploaded file may have. */
  readonly uploadBytes: number;
  readonly sessionSecret: string;
  /** Key id → 32 bytes, for `createSeal`. */
  readonly sealKeys: {
    readonly keys: ReadonlyMap<string, Buffer>;
    readonly currentKeyId: string;
    readonly blindKey: Buffer;
    readonly oldBlindKeys: readonly Buffer[];
  };
  /** From which the key is made that stamps the journal's heads; it outlives the others. */
  readonly stampKey: Buffer;
  /** Issuer of citizens. Undefined: the local provider (demo only). */
  readonly oidc: OidcClient | undefined;
  /** Who stamps the journal's heads; undefined: the installation's own key (in a demo, the simulated authority). */
  readonly timestamp: TimestampClient | undefined;
  /** Who looks for malware in uploads; undefined: nobody. */
  readonly clamd: ClamdClient | undefined;
  /** The province's issuer, at which officers may sign in too. Undefined: none; in the demo, the local one. */
  readonly officeOidc: OfficeOidcClient | undefined;
  /** Instant at which the process's clock starts; undefined: the machine's clock. */
  readonly clock: Date | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

interface IssuerClient {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface OidcClient extends IssuerClient {
  readonly leastAssurance: number;
}

/** A timestamp authority by RFC 3161. */
export interface TimestampClient {
  readonly url: URL;
  /** Certificates in PEM in which its chains end; those of authorities used before stay in the file. */
  readonly anchorsFile: string;
  readonly policy: string | undefined;
}

export interface ClamdClient {
  /** `simulator`: the product's own stand-in, in demo mode only. */
  readonly address: ClamdAddress | 'simulator';
  /** Whether files may be opened that it has not looked at yet. */
  readonly openWaiting: boolean;
}

export interface OfficeOidcClient extends IssuerClient {
  /** Values of `acr` and `amr` that count as a second factor; none: our own is asked for. */
  readonly secondFactor: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the environment, one Vietnamese line each: the variable and the fix. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Cấu hình chưa đúng:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const environment = z.object({
  MOTCUA_MODE: z.enum(['demo', 'production'], 'cần "demo" hoặc "production"').default('demo'),
  DATABASE_URL: postgresUrl,
  DATABASE_MIGRATION_URL: postgresUrl.optional(),
  DATABASE_QUEUE_URL: postgresUrl.optional(),
  MOTCUA_BASE_URL: url.refine(({ pathname }) => pathname === '/', 'không được có đường dẫn').optional(),
  MOTCUA_HOST: z.string().default('127.0.0.1'),
  MOTCUA_PORT: wholeNumber(1, 65_535).default(8080),
  MOTCUA_TRUST_PROXY: wholeNumber(0, 10).default(0),
  MOTCUA_DATA: z.string().transform((path) => resolve(path)),
  MOTCUA_UPLOAD_MEGABYTES: wholeNumber(1, 2_000).default(50),
  MOTCUA_SESSION_SECRET: z.string().min(32, 'cần ít nhất 32 ký tự; tạo bằng: openssl rand -base64 32'),
  MOTCUA_SEAL_KEYS: sealKeys,
  MOTCUA_INDEX_KEY: keyList,
  MOTCUA_STAMP_KEY: key.optional(),
  MOTCUA_OIDC_ISSUER: url.optional(),
  MOTCUA_OIDC_CLIENT_ID: z.string().optional(),
  MOTCUA_OIDC_CLIENT_SECRET: z.string().optional(),
  MOTCUA_OIDC_LEAST_ASSURANCE: wholeNumber(0, 9).default(2),
  MOTCUA_TSA_URL: url.optional(),
  MOTCUA_TSA_ANCHORS: z
    .string()
    .transform((path) => resolve(path))
    .optional(),
  MOTCUA_TSA_POLICY: z
    .string()
    .regex(/^[0-2](\.\d+)+$/, 'cần mã định danh dạng 1.3.6.1.4.1.…')
    .optional(),
  MOTCUA_CLAMD: clamd.optional(),
  MOTCUA_CLAMD_OPEN_WAITING: z.enum(['yes', 'no'], 'cần "yes" hoặc "no"').default('no'),
  MOTCUA_OFFICE_OIDC_ISSUER: url.optional(),
  MOTCUA_OFFICE_OIDC_CLIENT_ID: z.string().optional(),
  MOTCUA_OFFICE_OIDC_CLIENT_SECRET: z.string().optional(),
  MOTCUA_OFFICE_OIDC_SECOND_FACTOR: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean),
    )
    .default([]),
  MOTCUA_CLOCK: z.iso
    .datetime({ offset: true, error: 'cần thời điểm có múi giờ, ví dụ 2027-02-05T08:00:00+07:00' })
    .transform((text) => new Date(text))
    .optional(),
  MOTCUA_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'cần "debug", "info", "warn" hoặc "error"')
    .default('info'),
}) satisfies z.ZodObject<Record<VariableName, z.ZodType>>;

type Parsed = z.output<typeof environment>;

/**
 * Parses the environment. Throws a `ConfigError` that lists every wrong, missing or unknown variable with its
 * fix. What demo mode may leave out (database, secrets) has been filled in by the caller.
 */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        return given[name] === undefined ? `${name}: thiếu. ${meaningOf(name)}` : `${name}: ${message}.`;
      });
  problems.push(...unknownNames(given));
  if (given.MOTCUA_MODE === 'production') problems.push(...productionProblems(given));
  problems.push(
    ...oidcProblems(given, 'MOTCUA_OIDC'),
    ...oidcProblems(given, 'MOTCUA_OFFICE_OIDC'),
    ...timestampProblems(given),
  );
  const distinct = [...new Set(problems)];
  if (!parsed.success || distinct.length > 0) throw new ConfigError(distinct);
  return toConfig(parsed.data);
}

function toConfig(parsed: Parsed): Config {
  const keys = parsed.MOTCUA_SEAL_KEYS;
  const [currentKeyId = ''] = keys.keys();
  const [blindKey, ...oldBlindKeys] = parsed.MOTCUA_INDEX_KEY;
  return {
    mode: parsed.MOTCUA_MODE,
    databaseUrl: parsed.DATABASE_URL,
    migrationUrl: parsed.DATABASE_MIGRATION_URL ?? parsed.DATABASE_URL,
    queueUrl: parsed.DATABASE_QUEUE_URL ?? parsed.DATABASE_URL,
    baseUrl: parsed.MOTCUA_BASE_URL ?? new URL(`http://localhost:${parsed.MOTCUA_PORT}`),
    host: parsed.MOTCUA_HOST,
    port: parsed.MOTCUA_PORT,
    trustedProxies: parsed.MOTCUA_TRUST_PROXY,
    dataFolder: parsed.MOTCUA_DATA,
    uploadBytes: parsed.MOTCUA_UPLOAD_MEGABYTES * 1_000_000,
    sessionSecret: parsed.MOTCUA_SESSION_SECRET,
    sealKeys: { keys, currentKeyId, blindKey, oldBlindKeys },
    stampKey: parsed.MOTCUA_STAMP_KEY ?? oldBlindKeys.at(-1) ?? blindKey,
    oidc: oidcOf(parsed),
    timestamp: timestampOf(parsed),
    clamd: clamdOf(parsed),
    officeOidc: officeOidcOf(parsed),
    clock: parsed.MOTCUA_CLOCK,
    logLevel: parsed.MOTCUA_LOG_LEVEL,
  };
}

function oidcOf(parsed: Parsed): OidcClient | undefined {
  const { MOTCUA_OIDC_ISSUER: issuer, MOTCUA_OIDC_CLIENT_ID: clientId } = parsed;
  const clientSecret = parsed.MOTCUA_OIDC_CLIENT_SECRET;
  const leastAssurance = parsed.MOTCUA_OIDC_LEAST_ASSURANCE;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, leastAssurance } : undefined;
}

function timestampOf(parsed: Parsed): TimestampClient | undefined {
  const { MOTCUA_TSA_URL: address, MOTCUA_TSA_ANCHORS: anchorsFile, MOTCUA_TSA_POLICY: policy } = parsed;
  return address && anchorsFile ? { url: address, anchorsFile, policy } : undefined;
}

function clamdOf(parsed: Parsed): ClamdClient | undefined {
  const { MOTCUA_CLAMD: address, MOTCUA_CLAMD_OPEN_WAITING: openWaiting } = parsed;
  if (address === undefined || address === 'off') return undefined;
  return { address, openWaiting: openWaiting === 'yes' };
}

function officeOidcOf(parsed: Parsed): OfficeOidcClient | undefined {
  const { MOTCUA_OFFICE_OIDC_ISSUER: issuer, MOTCUA_OFFICE_OIDC_CLIENT_ID: clientId } = parsed;
  const clientSecret = parsed.MOTCUA_OFFICE_OIDC_CLIENT_SECRET;
  const secondFactor = parsed.MOTCUA_OFFICE_OIDC_SECOND_FACTOR;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, secondFactor } : undefined;
}

function meaningOf(name: string): string {
  return variables.find((variable) => variable.name === name)?.meaning ?? '';
}

/** A misspelt name would otherwise be silently without effect. */
function unknownNames(given: Environment): string[] {
  const known = new Set<string>(variables.map(({ name }) => name));
  return Object.keys(given)
    .filter((name) => /^MOTCUA_/.test(name) && !known.has(name))
    .map((name) => `${name}: không có biến này; xem docs/operations/configuration.md.`);
}

function productionProblems(given: Environment): string[] {
  const table: readonly Variable[] = variables;
  const problems = table.flatMap(({ name, production, meaning }) => {
    if (production === 'required' && given[name] === undefined)
      return [`${name}: chế độ production cần biến này. ${meaning}`];
    if (production === 'refused' && given[name] !== undefined)
      return [`${name}: chế độ production không nhận biến này; hãy bỏ nó đi.`];
    return [];
  });
  const secure = ['MOTCUA_BASE_URL', 'MOTCUA_OIDC_ISSUER', 'MOTCUA_OFFICE_OIDC_ISSUER'];
  for (const name of secure.filter((name) => given[name]?.startsWith('http://')))
    problems.push(`${name}: chế độ production cần địa chỉ https://.`);
  if (given.MOTCUA_CLAMD === 'simulator' || given.MOTCUA_CLAMD === 'off')
    problems.push('MOTCUA_CLAMD: chế độ production cần địa chỉ của clamd thật; bỏ trống nếu chưa có.');
  return problems;
}

/** The three belong together: half a client would quietly mean the local provider, or none. */
function oidcProblems(given: Environment, prefix: 'MOTCUA_OIDC' | 'MOTCUA_OFFICE_OIDC'): string[] {
  const names = [`${prefix}_ISSUER`, `${prefix}_CLIENT_ID`, `${prefix}_CLIENT_SECRET`];
  const missing = names.filter((name) => given[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return [];
  return missing.map(
    (name) => `${name}: thiếu; ba biến ${prefix}_ISSUER, _CLIENT_ID và _CLIENT_SECRET phải có cùng nhau.`,
  );
}

/** An address without anchors would give stamps that nobody may believe. */
function timestampProblems(given: Environment): string[] {
  const names = ['MOTCUA_TSA_URL', 'MOTCUA_TSA_ANCHORS'];
  const missing = names.filter((name) => given[name] === undefined);
  if (missing.length === 0 || (missing.length === names.length && given.MOTCUA_TSA_POLICY === undefined))
    return [];
  return missing.map((name) => `${name}: thiếu; MOTCUA_TSA_URL và MOTCUA_TSA_ANCHORS phải có cùng nhau.`);
}
