import type { Actor } from '../../kernel/actor.ts';
import { can, type Permission } from '../../modules/identity/contract.ts';
import type { TextKey } from '../../texts/catalogue.ts';
import { peopleHome, resetsHome } from './people/addresses.ts';
import { dueAddress } from './retention/addresses.ts';
import { reportsHome } from './wrong-list/addresses.ts';

/** A page of administration, shown in the navigation to those who hold the permission. */
export interface AdminLink {
  readonly href: string;
  readonly label: TextKey;
  /** Any one of them. */
  readonly needs: Permission | readonly Permission[];
}

/** All of them, with what each needs. */
export const adminLinks: readonly AdminLink[] = [
  { href: '/can-bo/don-vi', label: 'units.title', needs: 'identity.manage' },
  { href: '/can-bo/thu-tuc', label: 'catalogue.office.title', needs: 'catalogue.edit' },
  { href: '/can-bo/quyet-dinh', label: 'catalogue.decision.title', needs: 'catalogue.edit' },
  { href: reportsHome, label: 'wrong-list.title', needs: 'catalogue.edit' },
  { href: '/can-bo/quy-trinh', label: 'office.admin.processes', needs: 'process.edit' },
  {
    href: '/can-bo/buoc-thieu-nguoi',
    label: 'office.gaps.title',
    needs: ['catalogue.manage', 'identity.manage'],
  },
  { href: '/can-bo/lich', label: 'office.admin.calendars', needs: 'process.calendars' },
  { href: '/can-bo/quyen/cap-rieng', label: 'powers.give.title', needs: 'identity.manage' },
  { href: '/can-bo/ho-tro', label: 'consent.office.title', needs: 'dossiers.submit' },
  { href: '/can-bo/tai-khoan-dan', label: 'account.office.title', needs: 'identity.manage' },
  { href: '/can-bo/du-lieu-ca-nhan', label: 'privacy.office.title', needs: 'privacy.answer' },
  { href: dueAddress, label: 'retention.title', needs: 'privacy.keep' },
  { href: peopleHome, label: 'people.title', needs: 'identity.manage' },
  { href: resetsHome, label: 'people.resets.title', needs: 'identity.confirm-reset' },
  { href: '/can-bo/nhat-ky', label: 'office.admin.journal', needs: 'audit.search' },
];

/** The pages of administration somebody may open, in the order of the list. */
export function adminLinksOf(actor: Actor): readonly AdminLink[] {
  return adminLinks.filter(({ needs }) => [needs].flat().some((each) => can(actor, each)));
}
