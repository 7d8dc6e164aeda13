import { join } from 'node:path';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { sealedTables as dossiersSealed } from '../../modules/dossiers/public.ts';
import { forgetExpired } from '../../modules/identity/public.ts';
import { eraseMessages } from '../../modules/notifications/public.ts';
import { createPrivacy, type RetentionRule } from '../../modules/privacy/public.ts';
import { checkout } from '../../platform/embedded/data-home.ts';
import { newUuidV7 } from '../../platform/ids.ts';
import { createSeal } from '../../platform/sealed-text.ts';
import type { Product } from '../compose.ts';
import { loadPrivacyRules } from '../reference-data/load-reference-data.ts';
import { testSealKeys } from './test-config.ts';

/** A rule somebody has checked; the shipped ones are not, and erase nothing. */
export function aCertainRule(rest: Partial<RetentionRule>): RetentionRule {
  return {
    basis: 'Thời hạn đã đối chiếu (thử)',
    source: 'Bảng thời hạn của thử nghiệm',
    certainty: 'official',
    countedFrom: 'end',
    validFrom: '2026-01-01' as PlainDate,
    ...rest,
  };
}

/** Privacy on the product's own modules, as compose joins them, under these rules. */
export async function privacyUnder(
  product: Product,
  retention: readonly RetentionRule[],
  clock: () => Date = product.clock,
) {
  const { dossiers, identity } = product.modules;
  return createPrivacy({
    db: product.db,
    newId: newUuidV7,
    jurisdiction: product.jurisdiction,
    clock,
    seal: createSeal(testSealKeys),
    identity,
    ...(await loadPrivacyRules(join(checkout, 'data'))),
    retention,
    sources: [dossiers.personalData],
    ownDossiers: dossiers.personalData,
    kept: dossiers.kept,
    dossierFacts: dossiers.facts,
    correctContact: () => {
      throw new Error('contacts are put right by the product');
    },
    erasedWith: [{ eraseOf: eraseMessages }],
    expired: [forgetExpired],
    sealedTables: dossiersSealed,
  });
}
