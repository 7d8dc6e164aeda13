import type { Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Connection } from '../../../platform/database.ts';
import type { Finding } from '../core/lint/finding.ts';
import { lint } from '../core/lint/lint.ts';
import { processHours } from '../core/lint/process-hours.ts';
import type { ProcedureText } from '../core/procedure-text.ts';
import type { CatalogueDeps } from './catalogue-deps.ts';

/** What keeps a text from being in force from a day, by what stands ready on it: form, process, agency. */
export async function lintText(
  deps: Pick<CatalogueDeps, 'forms' | 'process' | 'identity' | 'rules'>,
  db: Connection,
  jurisdiction: Jurisdiction,
  text: ProcedureText,
  on: PlainDate,
): Promise<readonly Finding[]> {
  const form = await deps.forms.getFormInForce(db, jurisdiction, text.code, on);
  const hours = new Map<string, number>();
  for (const { key } of text.content.cases) {
    const process = await deps.process.getProcessInForce(db, text.code, on, key);
    if (process.ok) hours.set(key, processHours(process.value.table.steps));
  }
  const { units } = deps.identity;
  const hasUnit = (key: string) => {
    const unit = units.byKey(key);
    return unit !== undefined && units.successorOn(unit.id, on) !== undefined;
  };
  return lint(text, { on, hasForm: form.ok, processHours: hours, hasUnit }, deps.rules);
}
