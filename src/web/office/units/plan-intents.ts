import type { Refusal } from '../../../kernel/refusal.ts';
import { given, textIn } from '../typed.ts';
import { type Choice, unitNamed } from './named-unit.ts';

/** Successors a form has room for; more are added by sending it again. */
export const successorFields = [0, 1, 2, 3] as const;

type Read = { readonly change: object } | { readonly wrong: Refusal };

/** What a form of the plan's page wants changed; undefined when it is none of them. */
export function readChange(form: FormData, choices: readonly Choice[]): Read | undefined {
  switch (textIn(form, 'intent')) {
    case 'begin':
      return withFacts(form, choices, (facts) => ({ edit: 'begin', facts }));
    case 'change':
      return withFacts(form, choices, (facts) => ({ edit: 'change', unitId: textIn(form, 'unitId'), facts }));
    case 'end':
      return readEnd(form, choices);
    case 'choose':
      return { change: { edit: 'choose', unitId: textIn(form, 'unitId'), choice: readChoice(form) } };
    case 'place':
      return { change: { edit: 'place', places: readPlaces(form) } };
    case 'leave':
      return { change: { edit: 'leave', unitId: textIn(form, 'unitId') } };
    default:
      return undefined;
  }
}

/** What the form says of a unit: its names, kind, place and codes. */
export function readFacts(form: FormData) {
  return given({
    name: textIn(form, 'name'),
    shortName: textIn(form, 'shortName'),
    nameEn: textIn(form, 'nameEn'),
    tier: textIn(form, 'tier'),
    kind: textIn(form, 'kind'),
    gsoCode: textIn(form, 'gsoCode'),
    agencyCode: textIn(form, 'agencyCode'),
    sectionCode: textIn(form, 'sectionCode'),
    officeHours: textIn(form, 'officeHours'),
  });
}

function withFacts(form: FormData, choices: readonly Choice[], change: (facts: object) => object): Read {
  const parent = unitNamed(choices, textIn(form, 'parent'), '/parent');
  if (parent.wrong) return { wrong: parent.wrong };
  return { change: change({ ...readFacts(form), ...given({ parentId: parent.unitId }) }) };
}

function readEnd(form: FormData, choices: readonly Choice[]): Read {
  const unit = unitNamed(choices, textIn(form, 'unit'), '/unitId');
  if (unit.wrong) return { wrong: unit.wrong };
  const successors = [];
  for (const at of successorFields) {
    const successor = unitNamed(choices, textIn(form, `successor.${at}`), `/successors/${at}/unitId`);
    if (successor.wrong) return { wrong: successor.wrong };
    if (successor.unitId)
      successors.push({ unitId: successor.unitId, ...given({ part: textIn(form, `part.${at}`) }) });
  }
  const withParts = textIn(form, 'withParts') !== undefined;
  return { change: { edit: 'end', unitId: unit.unitId, successors, withParts } };
}

/** A choice for each kind of work: `to.<by>.<value>` names the successor, left empty it goes with the rest. */
function readChoice(form: FormData) {
  const rules = [...form].flatMap(([name, to]) => {
    const [, by, value] = /^to\.(procedure|sector)\.(.+)$/.exec(name) ?? [];
    return by && value && typeof to === 'string' && to !== '' ? [{ by, value, unitId: to }] : [];
  });
  return { rules, rest: textIn(form, 'rest') };
}

function readPlaces(form: FormData) {
  return [...form].flatMap(([name, to]) => {
    const [, postId] = /^post\.(.+)$/.exec(name) ?? [];
    if (!postId || typeof to !== 'string' || to === '') return [];
    return [{ postId, unitId: to === 'end' ? null : to }];
  });
}
