import { type Permission, permissionRule, permissions } from '../../../modules/identity/contract.ts';
import { hasText, type Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';
import { whyAddress } from '../permission-of-page.ts';

/** Every permission of the permission file in words: what it allows, who has it by their post, how it may be given singly. */
export function PermissionTable() {
  const { t } = useTexts();
  const columns: readonly Column<Permission>[] = [
    {
      key: 'name',
      header: t('powers.name'),
      isName: true,
      cell: (permission) => (
        <>
          <strong>{t(`permission.${permission}`)}</strong>
          <span className="mc-subtle mc-small mc-block">{t(`permission.${permission}.what`)}</span>
          <a className="mc-small" href={whyAddress(permission)}>
            {t('powers.why-this')}
          </a>
          {permissionRule(permission).stepUp ? (
            <StatusTag tone="info">{t('powers.step-up')}</StatusTag>
          ) : null}
        </>
      ),
    },
    { key: 'who', header: t('powers.who'), cell: (permission) => <Holders permission={permission} /> },
    {
      key: 'singly',
      header: t('powers.singly'),
      cell: (permission) => {
        const scopes = permissionRule(permission).givenIn ?? [];
        if (scopes.length === 0) return t('powers.singly.no');
        return scopes.map((scope) => t(`grant-scope.${scope}`)).join('; ');
      },
    },
  ];
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="tat-ca-quyen">
      <h2 id="tat-ca-quyen">{t('powers.all')}</h2>
      {[...Map.groupBy(permissions, areaOf)].map(([area, own]) => (
        <Disclosure key={area} summary={`${areaName(area, t)} (${own.length})`}>
          <div className="mc-even">
            <DataTable
              caption={areaName(area, t)}
              columns={columns}
              rows={own}
              keyOf={(permission) => permission}
            />
          </div>
        </Disclosure>
      ))}
    </section>
  );
}

function areaName(area: string, t: Translate): string {
  const key = `permission.area.${area}`;
  return hasText(key) ? t(key) : area;
}

/** Which roles hold it by their post, and where. */
export function Holders({ permission }: { readonly permission: Permission }) {
  const { t } = useTexts();
  const { inUnits = [], everywhere = [], ofCitizens } = permissionRule(permission);
  const named = (roles: typeof inUnits) => roles.map((role) => t(roleText(role))).join(', ');
  return (
    <ul className="mc-plain">
      {inUnits.length === 0 ? null : <li>{t('powers.in-unit', { roles: named(inUnits) })}</li>}
      {everywhere.length === 0 ? null : <li>{t('powers.everywhere', { roles: named(everywhere) })}</li>}
      {ofCitizens ? <li>{t('powers.citizens')}</li> : null}
    </ul>
  );
}

function areaOf(permission: Permission): string {
  return permission.slice(0, permission.indexOf('.'));
}
