import { plainDateOf } from '../../../kernel/plain-date.ts';
import { unitFinder } from '../../../modules/identity/contract.ts';
import type { RequestApp } from '../../context.ts';

/** Units of today as they are offered while typing, and how what was typed is understood. */
export function unitChoices({ modules, caller }: Pick<RequestApp, 'modules' | 'caller'>) {
  const units = modules.identity.units.unitsOn(plainDateOf(caller.now));
  const finder = unitFinder(units);
  return { labels: units.map((unit) => finder.label(unit)), finder };
}
