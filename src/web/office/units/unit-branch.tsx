import type { UnitKind } from '../../../modules/identity/public.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { unitAddress } from './addresses.ts';

export interface UnitNode {
  readonly unitId: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly code: string | undefined;
  readonly parts: readonly UnitNode[];
}

/**
 * A unit and, folded beneath it, what belongs to it; works without script. Of a root the own agencies are open and its
 * communes, a hundred of them, are folded.
 */
export function UnitBranch({ node, isRoot = false }: { readonly node: UnitNode; readonly isRoot?: boolean }) {
  const { t } = useTexts();
  const isTerritory = ({ kind }: UnitNode) => kind === 'commune' || kind === 'district';
  const open = isRoot ? node.parts.filter((part) => !isTerritory(part)) : [];
  const folded = isRoot ? node.parts.filter(isTerritory) : node.parts;
  return (
    <li>
      <a href={unitAddress(node.unitId)}>{node.name}</a>{' '}
      <span className="mc-subtle mc-small mc-block">
        {t(`units.kind.${node.kind}`)}
        {node.code === undefined ? null : ` · ${node.code}`}
      </span>
      <Parts parts={open} />
      {folded.length === 0 ? null : (
        <details>
          <summary className={isRoot ? 'mc-strong' : 'mc-subtle mc-small'}>
            {t(isRoot ? 'units.territories' : 'units.parts', { count: folded.length })}
          </summary>
          <Parts parts={folded} />
        </details>
      )}
    </li>
  );
}

function Parts({ parts }: Pick<UnitNode, 'parts'>) {
  if (parts.length === 0) return null;
  return (
    <ul>
      {parts.map((part) => (
        <UnitBranch key={part.unitId} node={part} />
      ))}
    </ul>
  );
}
