import { translate } from '../../texts/translate.ts';
import { escapeHtml, simulatorPage, text } from '../simulator-page.ts';
import type { Cast } from './cast.ts';

/** Where the simulators keep their stylesheet. */
const simulatorPath = '/mo-phong/vneid';

/** The page on which a demo person is chosen; works without script. */
export function choicePage(mountPath: string, cast: Cast): string {
  const people = cast.people.map(
    ({ id, name, lines }) => `<li><button type="submit" name="nguoi" value="${escapeHtml(id)}">
      <strong>${escapeHtml(name)}</strong>
      ${lines.map((line) => `<span>${escapeHtml(line)}</span>`).join('')}
    </button></li>`,
  );
  return simulatorPage(
    mountPath,
    text('simulator.choose'),
    `<p>${text(cast.texts.warning)}</p>
    <p>${text(cast.texts.shares, { client: translate('vi', 'simulator.client') })}</p>
    <form method="post">
      <details>
        <summary>${text('simulator.fault')}</summary>
        <p><label for="su-co">${text('simulator.fault.choose')}</label>
        <select id="su-co" name="su-co">
          <option value="">${text('simulator.fault.none')}</option>
          ${Object.entries(cast.faults)
            .map(([fault, key]) => `<option value="${fault}">${text(key)}</option>`)
            .join('')}
        </select></p>
      </details>
      <ul>${people.join('')}</ul>
      <button type="submit" name="huy" value="1" class="cancel">${text('simulator.cancel')}</button>
    </form>`,
    text(cast.texts.title),
  );
}

/** The page for an attempt that is over, with the way to the next one. */
export function gonePage(mountPath: string, cast: Cast, signInAddress: string): string {
  return simulatorPage(
    mountPath,
    text('simulator.gone.title'),
    `<p>${text('simulator.gone')}</p>
    <p><a href="${escapeHtml(signInAddress)}">${text('simulator.gone.again')}</a></p>`,
    text(cast.texts.title),
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
  return simulatorPage(
    simulatorPath,
    text('simulator.phone.title'),
    `<p>${text('simulator.phone.warning')}</p><h2>${text('simulator.phone.choose')}</h2><ul>${items.join('')}</ul>`,
    text('simulator.phone.title'),
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
  return simulatorPage(
    simulatorPath,
    text('simulator.phone.title'),
    `${body}<p><a href="${phonePath}">${text('simulator.phone.choose')}</a></p>`,
    text('simulator.phone.title'),
  );
}
