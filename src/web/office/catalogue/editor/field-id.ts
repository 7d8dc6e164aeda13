/** The field of a place: `/content/components/2/name` → `components.2.name`. */
export function idOf(pointer: string): string {
  const [first = '', list = '', row, ...rest] = pointer.split('/').slice(1);
  if (first !== 'content') return `chung.${first}`;
  if (row === undefined || !/^\d+$/.test(row))
    return list === 'competentAgency' ? 'chung.agency' : `chung.${list}`;
  const column = rest.findLast((part) => !/^(?:rule|text|\d+)$/.test(part)) ?? rest[0];
  return `${list}.${row}.${column ?? 'name'}`;
}
