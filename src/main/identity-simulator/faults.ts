import type Provider from 'oidc-provider';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What may go wrong between a person and their identity provider, for trying out how the portal answers. */
export const faults = [
  'missing-claims',
  'low-assurance',
  /** A second factor is told of beside the signed token, not in it. */
  'unsigned-factor',
  'expired-code',
  'wrong-nonce',
  'wrong-signature',
  'issuer-down',
  'slow',
  /** The issuer does not ask again who it is, though told to. */
  'old-sign-in',
] as const;
export type Fault = (typeof faults)[number];

export function isFault(text: string | null): text is Fault {
  return faults.some((fault) => fault === text);
}

const mark = '~';

/** The subject carries the chosen fault through the whole sign-in, so that two of them at once do not disturb each other. */
export function subjectOf(id: string, fault: Fault | undefined): string {
  return fault ? id + mark + fault : id;
}

/** The person and the fault of a subject. */
export function readSubject(told: string): { readonly subject: string; readonly fault: Fault | undefined } {
  const [subject = '', fault = null] = told.split(mark);
  return { subject, fault: isFault(fault) ? fault : undefined };
}

/** Spoils what the provider keeps of a code: it has run out, or belongs to another question. */
export function spoilingCodes(adapterOf: (model: string) => Adapter): (model: string) => Adapter {
  return (model) => {
    const adapter = adapterOf(model);
    if (model !== 'AuthorizationCode') return adapter;
    const upsert = adapter.upsert.bind(adapter);
    return {
      ...adapter,
      upsert: (id, payload, expiresIn) => upsert(id, spoiled(payload), expiresIn),
    };
  };
}

function spoiled(payload: AdapterPayload): AdapterPayload {
  const { fault } = readSubject(payload.accountId ?? '');
  if (fault === 'expired-code') return { ...payload, exp: (payload.iat ?? 0) - 1 };
  if (fault === 'wrong-nonce') return { ...payload, nonce: 'of-another-sign-in' };
  return payload;
}

/** Spoils the answer of the token endpoint: an error page, silence until the client hangs up, or a forged signature. */
export function spoilTokenAnswers(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.oidc?.route !== 'token') return;
    const { fault } = readSubject(ctx.oidc.entities.AuthorizationCode?.accountId ?? '');
    if (fault === 'issuer-down') {
      ctx.status = 503;
      ctx.body = 'the simulated issuer is down';
    }
    if (fault === 'slow') await new Promise((resolve) => ctx.res.once('close', resolve));
    if (fault === 'wrong-signature') ctx.body = forged(ctx.body);
  });
}

function forged(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('id_token' in answer)) return answer;
  const [header, payload] = String(answer.id_token).split('.');
  return { ...answer, id_token: [header, payload, Buffer.alloc(256, 1).toString('base64url')].join('.') };
}
