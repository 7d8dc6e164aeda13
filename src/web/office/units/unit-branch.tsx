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

/** A unit and, folded beneath it, what belongs to it; works without script. */
export function UnitBranch({ node, isRoot = false }: { readonly node: UnitNode; readonly isRoot?: boolean }) {
  const { t } = useTexts();
  const parts = (
    <ul>
      {node.parts.map((part) => (
        <UnitBranch key={part.unitId} node={part} />
      ))}
    </ul>
  );
  return (
    <li>
      <a href={unitAddress(node.unitId)}>{node.name}</a>{' '}
      <span className="mc-subtle mc-small">
        {t(`units.kind.${node.kind}`)}
        {node.code === undefined ? null : ` · ${node.code}`}
      </span>
      {node.parts.length === 0 ? null : isRoot ? (
        parts
      ) : (
        <details>
          <summary className="mc-subtle mc-small">{t('units.parts', { count: node.parts.length })}</summary>
          {parts}
        </details>
      )}
    </li>
  );
}
