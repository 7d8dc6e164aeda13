import type { DemoCitizen } from '../../modules/identity/public.ts';
import { translate } from '../../texts/translate.ts';
import { escapeHtml, simulatorPage, text } from '../simulator-page.ts';
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
  return simulatorPage(
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
  return simulatorPage(
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
  return simulatorPage(
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
  return simulatorPage(
    simulatorPath,
    text('simulator.phone.title'),
    `${body}<p><a href="${phonePath}">${text('simulator.phone.choose')}</a></p>`,
  );
}
