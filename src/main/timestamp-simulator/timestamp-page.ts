import { translate } from '../../texts/translate.ts';
import { escapeHtml, simulatorPage, text } from '../simulator-page.ts';
import { type TimestampFaultName, timestampFaults } from './faults.ts';

/** The page of the simulated authority: what goes wrong from now on, and its root certificate. Works without script. */
export function timestampPage(path: string, fault: TimestampFaultName | undefined, answered: number): string {
  const option = (value: string, label: string) =>
    `<option value="${value}"${value === (fault ?? '') ? ' selected' : ''}>${label}</option>`;
  return simulatorPage(
    path,
    text('simulator.timestamp.title'),
    `<p>${text('simulator.timestamp.warning')}</p>
    <p role="status">${standing(fault)} ${text('simulator.timestamp.answered', { answered })}</p>
    <form method="post">
      <p><label for="su-co">${text('simulator.timestamp.choose')}</label>
      <select id="su-co" name="su-co">
        ${option('', text('simulator.timestamp.none'))}
        ${timestampFaults.map((each) => option(each, text(`simulator.timestamp.now.${each}`))).join('')}
      </select></p>
      <p><button type="submit" class="cancel">${text('simulator.timestamp.set')}</button></p>
    </form>
    <p><a href="${escapeHtml(path)}/chung-thu-goc.pem">${text('simulator.timestamp.anchor')}</a></p>
    <p><a href="/nhat-ky-niem-phong">${text('audit.heads.title')}</a></p>`,
    text('simulator.timestamp.name'),
  );
}

function standing(fault: TimestampFaultName | undefined): string {
  if (!fault) return text('simulator.timestamp.well');
  return text('simulator.timestamp.failing', { fault: translate('vi', `simulator.timestamp.now.${fault}`) });
}
