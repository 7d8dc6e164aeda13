import type { Permission } from '../../modules/identity/contract.ts';
import { adminLinks } from './admin-links.ts';

/** Where it is told what gives a permission, and to whom; without one, where one asks about a dossier. */
export function whyAddress(permission?: Permission): string {
  return permission === undefined ? '/can-bo/quyen/vi-sao' : `/can-bo/quyen/vi-sao?quyen=${permission}`;
}

/** What a page of administration needs, also one below it (`/can-bo/nguoi-dung/…`); undefined: no permission decides alone. */
export function permissionOfPage(pathname: string): Permission | undefined {
  const [longest] = adminLinks
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((one, other) => other.href.length - one.href.length);
  return longest && [longest.needs].flat()[0];
}
