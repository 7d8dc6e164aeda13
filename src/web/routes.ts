import {
  index,
  layout,
  prefix,
  type RouteConfig,
  type RouteConfigEntry,
  route,
} from '@react-router/dev/routes';

/** Public read-only pages; each also exists in English under `/en`, from the same file. */
const publicPages: RouteConfigEntry[] = [
  index('portal/home.tsx'),
  route('tra-cuu', 'portal/look-up/look-up.tsx'),
  route('api/docs', 'portal/api-docs/api-docs.tsx'),
  route('loi', 'portal/problem.tsx'),
];

/** Pages of the citizen: signing in, drafts, dossiers, inbox. Vietnamese only. */
const citizenPages: RouteConfigEntry[] = [
  route('dang-nhap', 'portal/sign-in/sign-in.tsx'),
  route('dang-nhap/xac-nhan', 'portal/sign-in/confirm-link.tsx'),
  route('dang-xuat', 'portal/sign-in/sign-out.tsx'),
  route('can-bo/dang-nhap', 'office/sign-in/sign-in.tsx'),
];

/** Pages of the offices, under `/can-bo`, inside the office layout. */
const officePages: RouteConfigEntry[] = [index('office/start.tsx')];

/** Answers that are not pages (downloads, JSON of interactive pages), outside every layout. */
const resources: RouteConfigEntry[] = [
  route('dang-nhap/vneid', 'portal/sign-in/start.ts'),
  route('dang-nhap/callback', 'portal/sign-in/callback.ts'),
];

function inEnglish(pages: readonly RouteConfigEntry[]): RouteConfigEntry[] {
  return pages.map((page) => ({ ...page, id: `en/${page.id ?? page.file}` }));
}

export default [
  layout('portal/layout.tsx', [...publicPages, ...citizenPages, route('*', 'portal/not-found.tsx')]),
  layout('portal/layout.tsx', { id: 'portal/layout-en' }, prefix('en', inEnglish(publicPages))),
  ...prefix('can-bo', [layout('office/layout.tsx', [...officePages, route('*', 'office/not-found.tsx')])]),
  ...resources,
] satisfies RouteConfig;
