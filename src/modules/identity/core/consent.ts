import { z } from 'zod';
import { dayInput } from '../../../kernel/day-input.ts';
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';

/** What a citizen allows a helper: one dossier, or all until a day. */
export const consentScopes = ['dossier', 'period'] as const;

/** Longest consent: a year, then it is asked for again. */
const longestDays = 365;

/** The citizen gives it signed in; at a counter an officer who has seen the identity card gives it for them. */
export const giveConsentInput = z.strictObject({
  scope: z.enum(consentScopes),
  untilOn: dayInput,
  principal: z
    .strictObject({
      name: z.string().trim().min(2).max(200),
      identityNumber: z
        .string()
        .trim()
        .regex(/^\d{12}$/),
      phone: z
        .string()
        .trim()
        .regex(/^0\d{9,10}$/)
        .optional(),
    })
    .optional(),
});

export const redeemConsentInput = z.strictObject({ code: z.string().trim().min(6).max(40) });
export const revokeConsentInput = z.strictObject({ consentId: z.uuid() });

/** Whether the day is one a consent may last until. */
export function isLawfulEnd(untilOn: PlainDate, today: PlainDate): boolean {
  return untilOn >= today && untilOn <= addDays(today, longestDays);
}

export interface ConsentState {
  readonly scope: (typeof consentScopes)[number];
  readonly untilOn: PlainDate;
  readonly isRedeemed: boolean;
  readonly isUsed: boolean;
  readonly isRevoked: boolean;
}

/** Whether a helper may act under it today. One for a single dossier ends when that dossier is handed in. */
export function isInForce(consent: ConsentState, today: PlainDate): boolean {
  const spent = consent.scope === 'dossier' && consent.isUsed;
  return consent.isRedeemed && !consent.isRevoked && !spent && consent.untilOn >= today;
}

/** One consent as its citizen, its helper and the officer who gave it see it. */
export interface ConsentView {
  readonly consentId: string;
  readonly scope: ConsentState['scope'];
  readonly untilOn: PlainDate;
  readonly how: 'ownSignIn' | 'atCounter';
  readonly principal: string;
  /** Absent while the code has not been used. */
  readonly helper?: string;
  readonly inForce: boolean;
  readonly givenAt: string;
  readonly revokedAt?: string;
  /** The asker gave it, or somebody gave it for them; else they hold it. */
  readonly isGiven: boolean;
}
