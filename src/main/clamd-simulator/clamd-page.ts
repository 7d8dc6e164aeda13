import { translate } from '../../texts/translate.ts';
import { simulatorPage, text } from '../simulator-page.ts';
import type { SimulatedClamd } from './clamd-server.ts';
import { type ClamdFaultName, clamdFaults } from './faults.ts';

/** The page of the simulated scanner: what goes wrong from now on. Works without script. */
export function clamdPage(path: string, { fault, scanned }: SimulatedClamd): string {
  const option = (value: string, label: string) =>
    `<option value="${value}"${value === (fault ?? '') ? ' selected' : ''}>${label}</option>`;
  return simulatorPage(
    path,
    text('simulator.clamd.title'),
    `<p>${text('simulator.clamd.warning')}</p>
    <p role="status">${standing(fault)} ${text('simulator.clamd.scanned', { scanned })}</p>
    <form method="post">
      <p><label for="su-co">${text('simulator.clamd.choose')}</label>
      <select id="su-co" name="su-co">
        ${option('', text('simulator.clamd.none'))}
        ${clamdFaults.map((each) => option(each, text(`simulator.clamd.now.${each}`))).join('')}
      </select></p>
      <p><button type="submit" class="cancel">${text('simulator.clamd.set')}</button></p>
    </form>`,
    text('simulator.clamd.name'),
  );
}

function standing(fault: ClamdFaultName | undefined): string {
  if (!fault) return text('simulator.clamd.well');
  return text('simulator.clamd.failing', { fault: translate('vi', `simulator.clamd.now.${fault}`) });
}
