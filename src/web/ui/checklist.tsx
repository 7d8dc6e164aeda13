import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface ChecklistItem {
  readonly key: string;
  readonly title: ReactNode;
  /** `todo`: still to bring; `done`: there; `missing`: demanded and absent; `maybe`: only in some cases. */
  readonly state: 'todo' | 'done' | 'missing' | 'maybe';
  readonly note?: ReactNode;
}

const icons: Record<ChecklistItem['state'], IconName> = {
  todo: 'paper',
  done: 'check',
  missing: 'alert',
  maybe: 'info',
};

/** Papers or conditions, one a line with its mark; the mark's meaning stands in the note, never in colour alone. */
export function Checklist({ items }: { readonly items: readonly ChecklistItem[] }) {
  return (
    <ul className="mc-checklist">
      {items.map((item) => (
        <li key={item.key} data-state={item.state}>
          <Icon name={icons[item.state]} />
          <div>
            <div className="mc-checklist__title">{item.title}</div>
            {item.note === undefined ? null : <div className="mc-subtle mc-small">{item.note}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}
