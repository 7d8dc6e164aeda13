import { useEffect } from 'react';

/** Moves through the rows of the page's list: j and k, Enter by the focused link, x ticks, / to the search box, ? for help. */
export function useListKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = actions[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

const actions: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  x: tick,
  '/': () => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
  '?': () => document.querySelector('#phim-tat')?.toggleAttribute('open'),
};

function move(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-list-row] a')];
  const rows = links.filter((link, index) => link.closest('[data-list-row]') !== rowOf(links[index - 1]));
  const at = rows.findIndex((link) => link.closest('[data-list-row]')?.contains(document.activeElement));
  rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
}

function tick(): void {
  const row = document.activeElement?.closest('[data-list-row]');
  row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
}

function rowOf(link: HTMLAnchorElement | undefined): Element | null | undefined {
  return link?.closest('[data-list-row]');
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLElement && /^(SELECT|TEXTAREA)$/.test(target.tagName);
}
