import { z } from 'zod';
import type { Jurisdiction } from '../../../kernel/id.ts';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { translate } from '../../../texts/translate.ts';
import type { CitizenProfile } from '../../identity/public.ts';
import type { CorrectionView, DataSection } from '../contract.ts';
import { correctionsOf, correctionView } from '../store/corrections.ts';
import { fillExport, lockExport } from '../store/exports.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { exportContext } from '../store/sealed-tables.ts';

/** More than one person asks in a life; a bound all the same. */
const mostCorrections = 10_000;
const payloadShape = z.object({ jurisdiction: z.int(), exportId: z.uuid() });

/** What the copy says, for a machine. */
export interface ExportContent {
  readonly format: 'motcua.personal-data/1';
  readonly madeAt: string;
  readonly sections: readonly DataSection[];
}

/** Makes a copy that was asked for; asked twice it stays the first. Collected before anything is locked. */
export async function makeExport(deps: PrivacyDeps, now: Date, payload: unknown): Promise<void> {
  const { exportId, ...given } = payloadShape.parse(payload);
  const jurisdiction = given.jurisdiction as Jurisdiction;
  const asked = await deps.db.transaction().execute((tx) => lockExport(tx, jurisdiction, exportId));
  if (!asked || asked.made_at !== null || asked.expires_at <= now) return;
  const profile = await deps.identity.citizenProfile(deps.db, asked.person_id);
  const subject = {
    jurisdiction,
    personId: asked.person_id,
    accountIds: asked.account_ids,
    ...(profile && { name: profile.name }),
    ...(profile?.identityNumber !== undefined && { identityNumber: profile.identityNumber }),
  };
  const sections: DataSection[] = profile ? [profileSection(profile)] : [];
  for (const source of deps.sources) sections.push(...(await source.collect(subject, now)));
  const asks = await correctionsOf(
    deps.db,
    jurisdiction,
    asked.person_id,
    asked.account_ids,
    mostCorrections,
  );
  if (asks.length > 0) sections.push(correctionSection(asks.map((row) => correctionView(deps.seal, row))));
  const content: ExportContent = { format: 'motcua.personal-data/1', madeAt: now.toISOString(), sections };
  const sealed = deps.seal.seal(JSON.stringify(content, undefined, 2), exportContext);
  await deps.db.transaction().execute(async (tx) => {
    const row = await lockExport(tx, jurisdiction, exportId);
    if (row?.made_at === null) await fillExport(tx, jurisdiction, exportId, sealed, now);
  });
}

function correctionSection(asks: readonly CorrectionView[]): DataSection {
  const items = asks.map(({ field, text, askedAt, dossier, answer }) => ({
    title: translate('vi', `privacy.field.${field}`),
    facts: [
      { label: translate('vi', 'privacy.fact.asked'), value: formatDateTime(new Date(askedAt)) },
      ...(dossier ? [{ label: translate('vi', 'privacy.correction.dossier'), value: dossier.code }] : []),
      { label: translate('vi', 'privacy.fact.wrong'), value: text },
      ...(answer
        ? [
            {
              label: translate('vi', 'privacy.fact.answer'),
              value: `${translate('vi', `privacy.outcome.${answer.outcome}`)}. ${answer.text}`,
            },
          ]
        : []),
    ],
  }));
  return { key: 'corrections', title: translate('vi', 'privacy.section.corrections'), items };
}

function profileSection(profile: CitizenProfile): DataSection {
  const birth = profile.birthDate && parsePlainDate(profile.birthDate);
  const facts: readonly (readonly [Parameters<typeof translate>[1], string | undefined])[] = [
    ['privacy.fact.name', profile.name],
    ['privacy.fact.identity-number', profile.identityNumber],
    ['privacy.fact.birth-date', birth && formatDate(birth)],
    ['privacy.fact.phone', profile.phone],
    ['privacy.fact.email', profile.email],
    ['privacy.fact.address', profile.address],
  ];
  return {
    key: 'profile',
    title: translate('vi', 'privacy.section.profile'),
    items: [
      {
        title: profile.name,
        facts: facts.flatMap(([label, value]) => (value ? [{ label: translate('vi', label), value }] : [])),
      },
    ],
  };
}
