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
  route('noi-nop', 'portal/counters/counters.tsx'),
  route('thu-tuc', 'portal/procedures/list.tsx'),
  route('thu-tuc/danh-muc', 'portal/procedures/browse.tsx'),
  route('thu-tuc/su-kien/:key', 'portal/procedures/by-event.tsx'),
  route('thu-tuc/co-quan/:key', 'portal/procedures/by-agency.tsx'),
  route('thu-tuc/:code', 'portal/procedures/procedure.tsx'),
  route('thu-tuc/:code/in', 'portal/procedures/print.tsx'),
  route('thu-tuc/:code/phien-ban', 'portal/procedures/versions.tsx'),
  route('thu-tuc/:code/phien-ban/:number', 'portal/procedures/version.tsx'),
];

/** Pages of the citizen: signing in, drafts, dossiers, inbox. Vietnamese only. */
const citizenPages: RouteConfigEntry[] = [
  route('dang-nhap', 'portal/sign-in/sign-in.tsx'),
  route('dang-nhap/xac-nhan', 'portal/sign-in/confirm-link.tsx'),
  route('dang-xuat', 'portal/sign-in/sign-out.tsx'),
  route('can-bo/dang-nhap', 'office/sign-in/sign-in.tsx'),
  route('can-bo/dang-nhap/kich-hoat/:code?', 'office/sign-in/activate.tsx'),
  route('can-bo/xac-thuc', 'office/security/prove.tsx'),
  route('can-bo/noi-tai-khoan', 'office/province/link.tsx'),
  route('tai-khoan', 'portal/account/account-page.tsx'),
  route('tai-khoan/ho-tro', 'portal/account/helpers-page.tsx'),
  route('tai-khoan/nguoi-xem', 'portal/account/readings-page.tsx'),
  route('tai-khoan/gop', 'portal/account/merge-page.tsx'),
  route('nop/:code', 'portal/apply/apply-page.tsx'),
  route('thu-tuc/:code/bao-sai', 'portal/wrong-list/report.tsx'),
  route('bao-sai/:token', 'portal/wrong-list/sent.tsx'),
  route('hop-thu', 'portal/inbox/inbox-page.tsx'),
  route('ho-so', 'portal/my-dossiers/my-dossiers-page.tsx'),
  route('ho-so/:dossierId', 'portal/my-dossiers/dossier-page.tsx'),
  route('ho-so/:dossierId/bo-sung', 'portal/my-dossiers/supplement-page.tsx'),
  route('ho-so/:dossierId/nguoi-xem', 'portal/my-dossiers/readers-page.tsx'),
  route('du-lieu-ca-nhan', 'portal/privacy/register-page.tsx'),
  route('tai-khoan/du-lieu', 'portal/privacy/own-data-page.tsx'),
  route('nhat-ky-niem-phong', 'portal/journal/heads-page.tsx'),
  route('ho-so/:dossierId/da-nop', 'portal/my-dossiers/submitted-page.tsx'),
  route('ban-khai/:draftId', 'portal/drafts/draft-page.tsx'),
  route('ban-khai/:draftId/giay-to', 'portal/drafts/papers-page.tsx'),
  route('ban-khai/:draftId/nhan-ket-qua', 'portal/drafts/return-page.tsx'),
  route('ban-khai/:draftId/nop-cho', 'portal/drafts/represented-page.tsx'),
  route('ban-khai/:draftId/kiem-tra', 'portal/drafts/review-page.tsx'),
];

/** Writing, checking and publishing processes. */
const processPages: RouteConfigEntry[] = [
  route('quy-trinh', 'office/processes/list.tsx'),
  route('quy-trinh/moi', 'office/processes/create.tsx'),
  route('quy-trinh/ban/:versionId', 'office/processes/version.tsx'),
  route('quy-trinh/:draftId', 'office/processes/edit/edit.tsx'),
  route('quy-trinh/:draftId/kiem-tra', 'office/processes/check.tsx'),
  route('quy-trinh/:draftId/so-do', 'office/processes/diagram/diagram.tsx'),
  route('quy-trinh/:draftId/mo-phong', 'office/processes/simulate.tsx'),
];

/** Officers' accounts and posts. */
const peoplePages: RouteConfigEntry[] = [
  route('nguoi-dung', 'office/people/list.tsx'),
  route('nguoi-dung/them', 'office/people/add.tsx'),
  route('nguoi-dung/nhap', 'office/people/import/import.tsx'),
  route('nguoi-dung/nhap/:importId', 'office/people/import/outcome.tsx'),
  route('nguoi-dung/:accountId', 'office/people/person.tsx'),
  route('dat-lai-xac-thuc', 'office/people/resets.tsx'),
];

/** Pages of the offices, under `/can-bo`, inside the office layout. */
const officePages: RouteConfigEntry[] = [
  index('office/start.tsx'),
  route('hang-doi/:queue', 'office/queue/queue.tsx'),
  route('phan-cong', 'office/team/team.tsx'),
  route('uy-quyen', 'office/delegation/delegations.tsx'),
  route('uy-quyen/:delegationId', 'office/delegation/delegation-page.tsx'),
  route('buoc-thieu-nguoi', 'office/gaps/gaps.tsx'),
  route('tre-han', 'office/late/late.tsx'),
  route('buu-chinh', 'office/public-post/desk.tsx'),
  route('buu-chinh/:listId', 'office/public-post/list.tsx'),
  route('tim', 'office/search/search.tsx'),
  route('nhat-ky', 'office/journal/journal.tsx'),
  route('du-lieu-ca-nhan', 'office/privacy/corrections-page.tsx'),
  route('du-lieu-ca-nhan/luu-giu', 'office/retention/due-page.tsx'),
  route('du-lieu-ca-nhan/luu-giu/in', 'office/retention/due-sheet.tsx'),
  route('du-lieu-ca-nhan/luu-giu/giu-lai', 'office/retention/holds-page.tsx'),
  route('du-lieu-ca-nhan/luu-giu/danh-muc/:erasureId', 'office/retention/erasure-page.tsx'),
  route('bao-mat', 'office/security/security.tsx'),
  ...peoplePages,
  route('quyen', 'office/powers/help.tsx'),
  route('quyen/vi-sao', 'office/powers/why.tsx'),
  route('quyen/cap-rieng', 'office/powers/given.tsx'),
  route('ho-tro', 'office/citizens/helpers-page.tsx'),
  route('tai-khoan-dan', 'office/citizens/citizens-page.tsx'),
  route('tiep-nhan', 'office/walk-in/choose.tsx'),
  route('tiep-nhan/xong/:dossierId', 'office/walk-in/received.tsx'),
  route('tiep-nhan/:code', 'office/walk-in/walk-in.tsx'),
  route('ho-so/:dossierId', 'office/dossier/dossier.tsx'),
  ...processPages,
  route('lich', 'office/calendars/calendars-page.tsx'),
  route('lich/soan', 'office/calendars/new-calendar.ts'),
  route('lich/:code', 'office/calendars/calendar-page.tsx'),
  route('ho-so/:dossierId/thoi-han', 'office/clock/clock-page.tsx'),
  route('ho-so/:dossierId/phan-cong', 'office/dossier/assign.tsx'),
];

/** The catalogue as the procedure-control office keeps it. */
const cataloguePages: RouteConfigEntry[] = [
  route('thu-tuc', 'office/catalogue/list.tsx'),
  route('thu-tuc/can-lam', 'office/catalogue/work.tsx'),
  route('thu-tuc/sua-nhieu', 'office/catalogue/bulk/bulk.tsx'),
  route('thu-tuc/nhap', 'office/catalogue/import/import.tsx'),
  route('thu-tuc/nhap/:importId', 'office/catalogue/import/outcome.tsx'),
  route('thu-tuc/muc-do', 'office/catalogue/standing/report.tsx'),
  route('thu-tuc/muc-do/danh-sach', 'office/catalogue/standing/behind.tsx'),
  route('thu-tuc/soan', 'office/catalogue/begin-draft.tsx'),
  route('thu-tuc/soan/:draftId', 'office/catalogue/editor/draft-page.tsx'),
  route('thu-tuc/soan/:draftId/lich-su', 'office/catalogue/editor/history.tsx'),
  route('thu-tuc/soan/:draftId/tac-dong', 'office/catalogue/impact/draft-impact.tsx'),
  route('thu-tuc/:code', 'office/catalogue/procedure/procedure.tsx'),
  route('thu-tuc/:code/ho-so/:number', 'office/catalogue/impact/open-dossiers.tsx'),
  route('quyet-dinh', 'office/catalogue/decisions/list.tsx'),
  route('quyet-dinh/:decisionId', 'office/catalogue/decisions/decision.tsx'),
];

/** The unit tree and its reorganisations, for administrators; what a split leaves to be given out, for those who lead. */
const unitPages: RouteConfigEntry[] = [
  route('don-vi', 'office/units/units.tsx'),
  route('don-vi/sap-xep', 'office/units/reorganisations.tsx'),
  route('don-vi/sap-xep/:reorganisationId', 'office/units/reorganisation.tsx'),
  route('don-vi/:unitId', 'office/units/unit.tsx'),
  route('chia-tach', 'office/units/splits.tsx'),
];

/** Reports that a list is wrong: sent by any officer, answered by procedure control. */
const reportPages: RouteConfigEntry[] = [
  route('bao-sai', 'office/wrong-list/queue.tsx'),
  route('bao-sai/moi', 'office/wrong-list/new-report.tsx'),
  route('bao-sai/cua-toi', 'office/wrong-list/own-reports.tsx'),
  route('bao-sai/so-lieu', 'office/wrong-list/counts.tsx'),
  route('bao-sai/doi-them', 'office/wrong-list/unlisted-asks.tsx'),
  route('bao-sai/:reportId', 'office/wrong-list/report-page.tsx'),
];

/** Answers that are not pages (downloads, JSON of interactive pages), outside every layout. */
const resources: RouteConfigEntry[] = [
  route('can-bo/thu-tuc/soan/:draftId/luu', 'office/catalogue/editor/save-draft.ts'),
  route('can-bo/thu-tuc/muc-do/xuat.csv', 'office/catalogue/standing/export-report.ts'),
  route('robots.txt', 'portal/sitemap/robots.ts'),
  route('sitemap.xml', 'portal/sitemap/sitemap.ts'),
  route('sitemap/:part', 'portal/sitemap/sitemap-part.ts'),
  route('can-bo/hang-doi/:queue/xuat.csv', 'office/queue/export-queue.ts'),
  route('can-bo/tre-han/xuat.csv', 'office/late/export-late.ts'),
  route('can-bo/xac-thuc/khoa', 'office/security/passkey-answers.ts'),
  route('can-bo/dang-nhap/tinh', 'office/province/start.ts'),
  route('can-bo/dang-nhap/tinh/tra-loi', 'office/province/answer.ts'),
  route('can-bo/dang-nhap/tinh/ra', 'office/province/sign-out.ts'),
  route('dang-nhap/vneid', 'portal/sign-in/start.ts'),
  route('dang-nhap/callback', 'portal/sign-in/callback.ts'),
  route('ban-khai/:draftId/luu', 'portal/drafts/save-draft.ts'),
  route('don-vi', 'portal/drafts/address-units.ts'),
  route('can-bo/quy-trinh/:draftId/luu', 'office/processes/edit/save.ts'),
  route('can-bo/quy-trinh/:draftId/so-do/luu', 'office/processes/diagram/save-diagram.ts'),
  route('tai-khoan/du-lieu/tai', 'portal/privacy/take-export.ts'),
  route('nhat-ky-niem-phong.json', 'portal/journal/heads-json.ts'),
  route('nhat-ky-niem-phong/:file', 'portal/journal/head-file.ts'),
  route('can-bo/nhat-ky/xuat', 'office/journal/export-journal.ts'),
];

function inEnglish(pages: readonly RouteConfigEntry[]): RouteConfigEntry[] {
  return pages.map((page) => ({ ...page, id: `en/${page.id ?? page.file}` }));
}

export default [
  layout('portal/layout.tsx', [...publicPages, ...citizenPages, route('*', 'portal/not-found.tsx')]),
  layout('portal/layout.tsx', { id: 'portal/layout-en' }, prefix('en', inEnglish(publicPages))),
  ...prefix('can-bo', [
    layout('office/layout.tsx', [
      ...officePages,
      ...cataloguePages,
      ...reportPages,
      ...unitPages,
      route('*', 'office/not-found.tsx'),
    ]),
  ]),
  ...resources,
] satisfies RouteConfig;
