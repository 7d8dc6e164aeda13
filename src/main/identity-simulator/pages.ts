import type { DemoCitizen } from '../../modules/identity/public.ts';
import type { TextKey } from '../../texts/catalogue.ts';
import { type TextParams, translate } from '../../texts/translate.ts';
import { faults } from './faults.ts';

/** Where the simulators keep their stylesheet. */
const simulatorPath = '/mo-phong/vneid';

/** The page on which a demo person is chosen; works without script. */
export function choicePage(mountPath: string, citizens: readonly DemoCitizen[]): string {
  const people = citizens.map(
    (citizen) => `<li><button type="submit" name="nguoi" value="${escapeHtml(citizen.techId)}">
      <strong>${escapeHtml(citizen.organisation?.name ?? citizen.name)}</strong>
      ${citizen.organisation ? `<span>${text('simulator.represented', { name: citizen.name, taxCode: citizen.organisation.taxCode })}</span>` : ''}
      <span>${text('simulator.born', { date: citizen.birthDate.split('-').toReversed().join('/') })}</span>
      <span>${citizen.identityNumber ? text('simulator.number', { number: citizen.identityNumber }) : text('simulator.no-number')}</span>
    </button></li>`,
  );
  return page(
    mountPath,
    text('simulator.choose'),
    `<p>${text('simulator.warning')}</p>
    <p>${text('simulator.shares', { client: translate('vi', 'simulator.client') })}</p>
    <form method="post">
      <details>
        <summary>${text('simulator.fault')}</summary>
        <p><label for="su-co">${text('simulator.fault.choose')}</label>
        <select id="su-co" name="su-co">
          <option value="">${text('simulator.fault.none')}</option>
          ${faults.map((fault) => `<option value="${fault}">${text(`simulator.fault.${fault}`)}</option>`).join('')}
        </select></p>
      </details>
      <ul>${people.join('')}</ul>
      <button type="submit" name="huy" value="1" class="cancel">${text('simulator.cancel')}</button>
    </form>`,
  );
}

/** The page for an attempt that is over, with the way to the next one. */
export function gonePage(mountPath: string, signInAddress: string): string {
  return page(
    mountPath,
    text('simulator.gone.title'),
    `<p>${text('simulator.gone')}</p>
    <p><a href="${escapeHtml(signInAddress)}">${text('simulator.gone.again')}</a></p>`,
  );
}

/** The telephones of the fictional officers who need a second factor. */
export function phonesPage(
  phonePath: string,
  officers: readonly { readonly login: string; readonly name: string; readonly title: string }[],
): string {
  const items = officers.map(
    ({ login, name, title }) =>
      `<li><a href="${phonePath}/${encodeURIComponent(login)}"><strong>${escapeHtml(name)}</strong>
        <span>${escapeHtml(title)} · ${escapeHtml(login)}</span></a></li>`,
  );
  return page(
    simulatorPath,
    text('simulator.phone.title'),
    `<p>${text('simulator.phone.warning')}</p><h2>${text('simulator.phone.choose')}</h2><ul>${items.join('')}</ul>`,
  );
}

/** What one telephone shows now. */
export function phoneCodePage(
  phonePath: string,
  login: string,
  shown: { readonly code: string } | { readonly inSeconds: number } | undefined,
): string {
  const body =
    shown === undefined
      ? `<p>${text('simulator.phone.none')}</p>`
      : 'code' in shown
        ? `<p>${text('simulator.phone.code', { login })}</p><p class="code">${shown.code}</p>`
        : `<p>${text('simulator.phone.wait', { seconds: shown.inSeconds })}</p>`;
  return page(
    simulatorPath,
    text('simulator.phone.title'),
    `${body}<p><a href="${phonePath}">${text('simulator.phone.choose')}</a></p>`,
  );
}

function page(mountPath: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="stylesheet" href="${mountPath}/kieu.css">
</head>
<body>
  <header><p><span class="mark">${text('simulator.mark')}</span> ${text('simulator.title')}</p></header>
  <main><h1>${title}</h1>${body}</main>
</body>
</html>`;
}

function text(key: TextKey, params?: TextParams): string {
  return escapeHtml(translate('vi', key, params));
}

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

export const stylesheet = `
* { box-sizing: border-box; }
body { margin: 0; font: 17px/1.6 "Be Vietnam Pro", system-ui, sans-serif; color: #1c1c1e; background: #eef1f4; }
header { background: repeating-linear-gradient(135deg, #33415c 0 24px, #3b4a68 24px 48px); color: #fff; padding: 12px 20px; }
header p { margin: 0 auto; max-width: 640px; font-weight: 600; }
.mark { background: #ffd94a; color: #1c1c1e; padding: 2px 10px; border-radius: 4px; margin-right: 8px; letter-spacing: .06em; }
main { max-width: 640px; margin: 24px auto; padding: 24px 20px; background: #fff; border-radius: 8px; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 1.15rem; margin: 24px 0 4px; }
p { margin: 0 0 12px; }
ul { list-style: none; margin: 0 0 20px; padding: 0; display: grid; gap: 10px; }
button { font: inherit; color: inherit; cursor: pointer; border: 1px solid #6b7688; border-radius: 8px; background: #fff; min-height: 44px; }
li button { width: 100%; text-align: left; padding: 12px 16px; display: grid; }
li button span { color: #4a5364; font-size: .95rem; }
button:hover { background: #f1f5fb; }
button:focus-visible { outline: 3px solid #1c1c1e; outline-offset: 2px; }
label { display: block; font-weight: 600; }
select { font: inherit; width: 100%; min-height: 44px; padding: 6px 10px; border: 1px solid #6b7688; border-radius: 8px; background: #fff; }
select:focus-visible { outline: 3px solid #1c1c1e; outline-offset: 2px; }
details { margin: 0 0 20px; border: 1px dashed #6b7688; border-radius: 8px; padding: 0 16px; }
details p { margin: 4px 0 16px; }
summary { min-height: 44px; line-height: 44px; cursor: pointer; }
summary:focus-visible { outline: 3px solid #1c1c1e; outline-offset: 2px; }
.cancel { padding: 8px 16px; }
li a { display: grid; padding: 12px 16px; color: inherit; border: 1px solid #6b7688; border-radius: 8px; text-decoration: none; }
li a span { color: #4a5364; font-size: .95rem; }
.code { font-size: 3rem; letter-spacing: .2em; font-weight: 700; }
@media (max-width: 680px) { main { margin: 0; border-radius: 0; } }
`;
