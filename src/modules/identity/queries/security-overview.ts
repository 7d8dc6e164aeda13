import type { Id } from '../../../kernel/id.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { isFresh } from '../core/assurance.ts';
import { loginOf, passwordHashOf } from '../store/account-store.ts';
import { linkOf } from '../store/province-store.ts';
import { type FactorRow, factorsOf, recoveryCodesLeft, totpContext } from '../store/second-factor-store.ts';
import {
  findSecureSession,
  type SecurityDeps,
  type SecurityRequest,
  wantsFactor,
  wholeProofAt,
} from '../store/secure-session.ts';
import { liveSessions } from '../store/session-store.ts';
import { type TotpEnrolment, totpUri } from '../store/totp.ts';

interface OverviewDeps extends SecurityDeps {
  /** The province's issuer, where one is configured. */
  readonly province?: { readonly issuer: string; readonly givesFactor: boolean } | undefined;
}

/** What an officer sees of their own sign-in. */
export interface SecurityOverview {
  /**
   * `code`, `passkey`: what the second step asks for; `password` where there is no second factor; `province`, beside them, where
   * proving oneself there would be enough.
   */
  readonly asks: readonly ('code' | 'passkey' | 'password' | 'province')[];
  /** The second factor is awaited and there is none yet. */
  readonly mustEnrol: boolean;
  /** A post of today demands a second factor. */
  readonly demanded: boolean;
  readonly proved: boolean;
  readonly fresh: boolean;
  readonly factors: readonly {
    readonly factorId: string;
    readonly kind: 'totp' | 'passkey';
    readonly label: string;
    readonly createdAt: string;
    readonly lastUsedAt?: string;
  }[];
  /** An app begun with, its first code still to come. */
  readonly enrolment?: TotpEnrolment;
  readonly recoveryCodes: number;
  readonly hasPassword: boolean;
  /** Absent where no issuer of the province is configured. */
  readonly province?: { readonly linkedAt?: string };
  readonly sessions: readonly {
    readonly sessionId: Id<'session'>;
    readonly current: boolean;
    readonly createdAt: string;
    readonly seenAt: string;
    readonly ip?: string;
    readonly userAgent?: string;
    readonly byProvince: boolean;
  }[];
}

/** The own factors, recovery codes and sessions. While the second factor is awaited, only what it asks for. */
export async function securityOverview(
  deps: OverviewDeps,
  request: SecurityRequest,
): Promise<Result<SecurityOverview>> {
  const found = await findSecureSession(deps, deps.db, request);
  if (!found.ok) return found;
  const session = found.value;
  const all = await factorsOf(deps.db, deps.jurisdiction, session.account_id);
  const factors = all.filter((factor) => factor.confirmed_at !== null);
  const provedAt = wholeProofAt(session);
  const proved = provedAt !== null;
  const fresh = isFresh(provedAt ?? undefined, request.now);
  const mustEnrol = !proved && factors.length === 0;
  const hasPassword = (await passwordHashOf(deps.db, deps.jurisdiction, session.account_id)) !== undefined;
  const linkedAt = await linkedHereAt(deps, session.account_id);
  const provinceProves = linkedAt !== undefined && (deps.province?.givesFactor || !wantsFactor(session));
  const begun = mustEnrol || fresh ? all.find((factor) => factor.confirmed_at === null) : undefined;
  const enrolment = begun && (await enrolmentOf(deps, session.account_id, begun));
  const sessions = proved
    ? await liveSessions(deps.db, deps.jurisdiction, session.account_id, request.now)
    : [];
  return ok({
    asks: [
      ...(provinceProves ? (['province'] as const) : []),
      ...asksOf(
        factors.map(({ kind }) => kind),
        hasPassword,
      ),
    ],
    mustEnrol,
    demanded: session.demanded,
    hasPassword,
    ...(deps.province && { province: linkedAt ? { linkedAt: linkedAt.toISOString() } : {} }),
    proved,
    fresh,
    ...(enrolment && { enrolment }),
    recoveryCodes: proved ? await recoveryCodesLeft(deps.db, deps.jurisdiction, session.account_id) : 0,
    factors: proved
      ? factors.map((factor) => ({
          factorId: factor.id,
          kind: factor.kind,
          label: factor.label,
          createdAt: factor.created_at.toISOString(),
          ...(factor.last_used_at && { lastUsedAt: factor.last_used_at.toISOString() }),
        }))
      : [],
    sessions: sessions.map((each) => ({
      sessionId: each.id,
      current: each.id === session.id,
      createdAt: each.created_at.toISOString(),
      seenAt: each.seen_at.toISOString(),
      ...(each.origin_ip !== null && { ip: each.origin_ip }),
      ...(each.user_agent !== null && { userAgent: each.user_agent }),
      byProvince: each.by_province,
    })),
  });
}

async function enrolmentOf(
  deps: SecurityDeps,
  accountId: Id<'account'>,
  factor: FactorRow,
): Promise<TotpEnrolment | undefined> {
  if (!factor.secret_sealed) return undefined;
  const secret = deps.seal.open(factor.secret_sealed, totpContext);
  return { secret, uri: totpUri(secret, await loginOf(deps.db, deps.jurisdiction, accountId)) };
}

/** When the account was linked to somebody of the issuer that is configured today. */
async function linkedHereAt(
  { db, jurisdiction, province }: OverviewDeps,
  accountId: Id<'account'>,
): Promise<Date | undefined> {
  const link = province && (await linkOf(db, jurisdiction, accountId));
  return link?.issuer === province?.issuer ? link?.linked_at : undefined;
}

function asksOf(kinds: readonly ('totp' | 'passkey')[], hasPassword: boolean): SecurityOverview['asks'] {
  if (kinds.length === 0) return hasPassword ? ['password'] : [];
  return [
    ...(kinds.includes('passkey') ? (['passkey'] as const) : []),
    ...(kinds.includes('totp') ? (['code'] as const) : []),
  ];
}
