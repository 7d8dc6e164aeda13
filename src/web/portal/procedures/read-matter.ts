import type { ProcedurePageInput } from '../../../modules/catalogue/public.ts';
import { channelOf, matterParameters, parameters, quantityPrefix, questionPrefix } from './addresses.ts';

type Quantities = NonNullable<ProcedurePageInput['quantities']>;
const units = [
  'page',
  'copy',
  'signature',
  'document',
  'item',
] as const satisfies readonly (keyof Quantities)[];

/** What the address says about somebody's matter; whatever cannot be meant is left out. */
export function readMatter(code: string, search: URLSearchParams): ProcedurePageInput {
  const answers: Record<string, string> = {};
  for (const [name, value] of search)
    if (name.startsWith(questionPrefix) && value !== '') answers[name.slice(questionPrefix.length)] = value;
  return {
    code,
    answers,
    quantities: readQuantities(search),
    on: search.get(parameters.day) ?? undefined,
    caseKey: search.get(matterParameters.case) ?? undefined,
    channel: channelOf(search.get(matterParameters.channel)),
  };
}

function readQuantities(search: URLSearchParams): Quantities {
  const quantities: Quantities = {};
  for (const unit of units) {
    const value = Number(search.get(`${quantityPrefix}${unit}`));
    if (Number.isSafeInteger(value) && value >= 1 && value <= 100_000) quantities[unit] = value;
  }
  return quantities;
}
