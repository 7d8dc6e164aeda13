import type { ReorganisationView } from '../../../modules/identity/public.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';

/** What keeps the plan from being carried out, and what is only to be known. */
export function Findings({ plan }: { readonly plan: ReorganisationView }) {
  const { t } = useTexts();
  const followers = new Set(plan.ends.filter((line) => line.followsParent).map(({ unitId }) => unitId));
  const faults = plan.faults.filter(
    ({ fault, unitId }) => fault !== 'split-undecided' || unitId === undefined || !followers.has(unitId),
  );
  const lacking = [...Map.groupBy(plan.vacancies, ({ unitId }) => unitId)].map(([unitId, rows]) => ({
    unitId,
    name: rows[0]?.name ?? '',
    roles: rows.map(({ role }) => t(roleText(role))),
  }));
  return (
    <>
      {faults.length === 0 ? (
        <Notice tone="success" title={t('units.ready')} />
      ) : (
        <Notice tone="warning" title={t('units.faults', { count: faults.length })}>
          <ul className="mc-plain-list">
            {faults.map(({ fault, unit, count }) => (
              <li key={`${fault} ${unit ?? ''}`}>
                {t(`units.fault.${fault}`, { unit: unit ?? '', count: count ?? 0 })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {plan.vacancies.length === 0 ? null : (
        <Notice tone="info" title={t('units.vacancies', { count: lacking.length })}>
          <ul className="mc-plain-list">
            {lacking.map(({ unitId, name, roles }) => (
              <li key={unitId}>{t('units.vacancy', { unit: name, roles: roles.join(', ') })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
