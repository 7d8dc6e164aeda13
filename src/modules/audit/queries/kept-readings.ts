import { formatDateTime } from '../../../texts/format.ts';
import { hasText, translate } from '../../../texts/translate.ts';
import { purposeKey } from '../contract.ts';
import type { ReadPerson } from '../core/audit-subjects.ts';
import type { AuditDeps } from '../store/audit-deps.ts';
import { actorLabels } from './actor-labels.ts';
import { readingsAbout } from './readings-about.ts';

/** The latest, in one copy; all of them stand on the person's page. */
const mostInCopy = 1_000;

/** Who read what is kept of somebody, in words: for a copy of their data. */
export async function keptReadings(deps: AuditDeps, asked: ReadPerson) {
  const profile = await deps.identity.citizenProfile(deps.db, asked.personId);
  const person = { ...asked, ...(profile && { name: profile.name }) };
  const found = await readingsAbout(deps, person, undefined, mostInCopy);
  if (found.length === 0) return [];
  const label = await actorLabels(
    deps.db,
    deps.identity,
    found.map(({ row }) => row),
  );
  const items = found.map(({ row, dossiers }) => {
    const { name, title, unit } = label(row);
    const what = purposeKey(row.name);
    return {
      title: formatDateTime(row.recordedAt),
      facts: [
        {
          label: translate('vi', 'privacy.fact.reader'),
          value: [name || translate('vi', 'audit.readers.by-code'), title, unit].filter(Boolean).join(', '),
        },
        {
          label: translate('vi', 'privacy.fact.reading'),
          value: translate('vi', hasText(what) ? what : 'audit.purpose.other'),
        },
        ...dossiers.map(({ code }) => ({
          label: translate('vi', 'privacy.correction.dossier'),
          value: code,
        })),
      ],
    };
  });
  return [{ key: 'readings', title: translate('vi', 'privacy.section.readings'), items }];
}
