import {
  mayBeLent,
  type Permission,
  type PermissionSource,
  permissionRule,
} from '../../../modules/identity/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';
import { Holders } from './permission-table.tsx';

/** What gives somebody the permission, its unit by name. */
export type NamedSource = PermissionSource & { readonly unit?: string };

interface PermissionExplanationProps {
  readonly permission: Permission;
  readonly sources: readonly NamedSource[];
  readonly isSelf: boolean;
}

/** Held or not, by what; who holds it by their post, and what somebody without it can do. */
export function PermissionExplanation({ permission, sources, isSelf }: PermissionExplanationProps) {
  const { t } = useTexts();
  const holds = sources.some(({ from }) => from !== 'withheld');
  const name = t(`permission.${permission}`);
  const { givenIn = [], stepUp } = permissionRule(permission);
  return (
    <section className="mc-stack" aria-live="polite">
      <Notice
        tone={holds ? 'success' : 'warning'}
        title={t(holds ? 'why.permission.has' : 'why.permission.has-not', { name })}
      >
        {sources.length === 0 ? (
          <p>{t(isSelf ? 'why.permission.none.self' : 'why.permission.none.other')}</p>
        ) : (
          <ul>
            {sources.map((source) => (
              <li key={JSON.stringify(source)}>{sentenceOf(source, t)}</li>
            ))}
          </ul>
        )}
        <p>{t(`permission.${permission}.what`)}</p>
      </Notice>
      <h2>{t('why.permission.who')}</h2>
      <Holders permission={permission} />
      <p>
        {givenIn.length === 0
          ? t('why.permission.by-post-only')
          : t('why.permission.givable', {
              scopes: givenIn.map((scope) => t(`grant-scope.${scope}`)).join('; '),
            })}
      </p>
      {mayBeLent(permission) ? <p>{t('why.permission.lendable')}</p> : null}
      {stepUp === undefined ? null : <p>{t(`why.permission.proof.${stepUp}`)}</p>}
    </section>
  );
}

function sentenceOf(source: NamedSource, t: Translate): string {
  if (source.from === 'grant') return t(`why.permission.grant.${source.reach}`);
  const role = t(roleText(source.role));
  if (source.from === 'everywhere') return t('why.permission.everywhere', { role });
  return t(`why.permission.${source.from}`, { role, unit: source.unit ?? '' });
}
