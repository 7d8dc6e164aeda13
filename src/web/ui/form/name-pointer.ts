/** The pointer a control's name stands for: `children.0.name` → `/children/0/name`. */
export function pointerOfName(name: string): string {
  return `/${name.replaceAll('.', '/')}`;
}

/** True when one pointer lies at or below the other: `/birthDate/day` concerns `/birthDate`. */
export function concerns(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}
