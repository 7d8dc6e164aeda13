import type { Role } from '../../../kernel/actor.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { can, permissionRule, permissions } from '../../../modules/identity/contract.ts';
import type { GivenPermission } from '../../../modules/identity/public.ts';
import { formatDate } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/help.ts';
import { PermissionTable } from './permission-table.tsx';

/** Who may do what: the reader's own powers first, then every permission there is. Made from the permission file. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  const officer = requireOfficer(caller, request);
  return {
    posts: officer.posts.map(({ postId, role, unitId }) => ({
      postId,
      role,
      unit: modules.identity.units.latest(unitId)?.name ?? '',
    })),
    given: await modules.identity.powers.own(caller),
    isAdministrator: can(officer, 'identity.manage'),
  };
}

export default function Powers({ loaderData }: Route.ComponentProps) {
  const { posts, given, isAdministrator } = loaderData;
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle title={t('powers.title')} lead={t('powers.lead')} />
      <p>
        <a href="/can-bo/quyen/vi-sao">{t('powers.why')}</a>
      </p>
      {isAdministrator ? (
        <p>
          <a href="/can-bo/quyen/cap-rieng">{t('powers.given')}</a>
        </p>
      ) : null}
      <section className="mc-stack mc-stack--snug" aria-labelledby="quyen-cua-ban">
        <h2 id="quyen-cua-ban">{t('powers.own')}</h2>
        {posts.length === 0 ? <p>{t('powers.own.none')}</p> : null}
        {posts.map((post) => (
          <Post key={post.postId} role={post.role} unit={post.unit} />
        ))}
        {given.map((grant) => (
          <Given key={grant.grantId} grant={grant} />
        ))}
      </section>
      <PermissionTable />
    </div>
  );
}

function Post({ role, unit }: { readonly role: Role; readonly unit: string }) {
  const { t } = useTexts();
  const namesOf = (field: 'inUnits' | 'everywhere') =>
    permissions
      .filter((permission) => permissionRule(permission)[field]?.includes(role))
      .map((permission) => t(`permission.${permission}`))
      .join(', ');
  const [here, everywhere] = [namesOf('inUnits'), namesOf('everywhere')];
  return (
    <div className="mc-card mc-stack mc-stack--tight">
      <h3>
        {t(roleText(role))} – {unit}
      </h3>
      {here === '' ? null : <p>{t('powers.own.here', { list: here })}</p>}
      {everywhere === '' ? null : <p>{t('powers.own.everywhere', { list: everywhere })}</p>}
    </div>
  );
}

function Given({ grant }: { readonly grant: GivenPermission }) {
  const { t } = useTexts();
  const [from, on] = [grant.fromOn, grant.lastOn].map((day) => formatDate(day as PlainDate));
  return (
    <div className="mc-card mc-stack mc-stack--tight">
      <h3>
        {t('powers.own.given')}: {t(`permission.${grant.permission}`)}
      </h3>
      {grant.state === 'resting' ? <StatusTag tone="warning">{t('powers.state.resting')}</StatusTag> : null}
      <p>
        {t(`grant-scope.${grant.scope}`)}
        {grant.place === undefined ? '' : ` (${grant.place})`},{' '}
        {grant.state === 'coming'
          ? t('powers.own.from-until', { from: from ?? '', on: on ?? '' })
          : t('powers.own.until', { on: on ?? '' })}
        .
      </p>
      <p className="mc-subtle">{grant.reason}</p>
    </div>
  );
}
