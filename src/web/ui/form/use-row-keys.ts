import { useMemo, useRef, useState } from 'react';

/** Keys that stay with their rows when one above is removed, so that what was typed stays with its row too. */
export function useRowKeys() {
  const [keys, setKeys] = useState<Readonly<Record<string, readonly number[]>>>({});
  const next = useRef(1000);
  const known = useRef(keys);
  known.current = keys;
  return useMemo(
    () => ({
      keysOf: (key: string) => known.current[key],
      /** `answers` are those before the change. */
      change(change: string, answers: Readonly<Record<string, unknown>>) {
        const [verb, key = '', at] = change.split(':');
        const rows: unknown = answers[key];
        const count = Array.isArray(rows) ? rows.length : 0;
        const present = known.current[key] ?? Array.from({ length: count }, (_, index) => index);
        next.current += 1;
        const changed =
          verb === 'add' ? [...present, next.current] : present.filter((_, index) => String(index) !== at);
        setKeys({ ...known.current, [key]: changed });
      },
    }),
    [],
  );
}
