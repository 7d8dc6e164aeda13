import type { ReactNode } from 'react';

export interface Definition {
  readonly term: string;
  readonly value: ReactNode;
}

/** Facts as pairs: beside each other where there is room, one under the other on the phone. */
export function DefinitionList({ items }: { readonly items: readonly Definition[] }) {
  return (
    <dl className="mc-facts">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
