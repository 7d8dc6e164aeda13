import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { DraftContent } from '../../../modules/process/contract.ts';
import { translate } from '../../../texts/translate.ts';
import type { RequestApp } from '../../context.ts';
import { timeText } from '../../portal/procedures/time-limits.tsx';
import { orErrorPage } from '../../refusals.ts';
import type { PublishedRow } from './edit/comparison.tsx';
import type { UnitChoice } from './edit/editor-props.ts';
import type { LegalLimit } from './edit/hours-sum.tsx';

/** A draft with what stands around it: the procedure it is for, its published steps and its time limit. */
export async function loadDraft(app: RequestApp, draftId: string) {
  const { modules, caller } = app;
  const draft = orErrorPage(await modules.process.editing.getDraft(caller, draftId));
  return { draft, ...(await procedureOf(app, draft.content)) };
}

async function procedureOf(
  { modules, caller, locale }: RequestApp,
  { procedures, cases: served }: DraftContent,
) {
  const [code] = procedures;
  const page =
    code === undefined
      ? undefined
      : await modules.catalogue.getProcedurePage(caller, { code, caseKey: served?.[0], answers: {} });
  if (page?.ok !== true)
    return {
      published: [] as readonly PublishedRow[],
      limit: undefined,
      rule: undefined,
      cases: [],
      procedureName: undefined,
    };
  const { version, guide } = page.value;
  const rule = guide.times[0]?.limit.rule;
  const t = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
    translate(locale, key, params);
  const hours =
    rule?.unit === 'working-days'
      ? rule.amount * 8
      : rule?.unit === 'working-hours'
        ? rule.amount
        : rule?.unit === 'same-day'
          ? 8
          : undefined;
  const limit: LegalLimit | undefined = rule && {
    words: timeText(t, rule),
    ...(hours === undefined ? {} : { hours }),
  };
  const published: readonly PublishedRow[] = version.content.steps.map(
    ({ name, performer, hours: each }) => ({ name, performer, hours: each }),
  );
  const cases: readonly UnitChoice[] = version.content.cases.map(({ key, name }) => ({
    value: key,
    label: name,
  }));
  return { published, limit, rule, cases, procedureName: version.shortName ?? version.name };
}

/** The units a step may be given to: by their part in the dossier, sections of communes, agencies of the province. */
export function unitChoices({ modules, caller, locale }: RequestApp): readonly UnitChoice[] {
  const { units } = modules.identity;
  const on = plainDateOf(caller.now);
  const sections = new Map(
    units.unitsOn(on, { kind: 'section' }).flatMap(({ sectionCode, shortName, name, parentId }) => {
      const parent = parentId === undefined ? undefined : units.unitOn(parentId, on);
      const of = parent?.shortName ?? parent?.name ?? '';
      return sectionCode === undefined ? [] : [[sectionCode, withoutEnd(shortName ?? name, of)] as const];
    }),
  );
  const agencies = (['department', 'board', 'agency'] as const).flatMap((kind) =>
    units.unitsOn(on, { kind, tier: 'province' }),
  );
  return [
    { value: 'oneStop', label: translate(locale, 'process.edit.unit.one-stop') },
    { value: 'competent', label: translate(locale, 'process.edit.unit.competent') },
    ...[...sections].map(([code, label]) => ({ value: `section:${code}`, label })),
    ...agencies.map(({ key, shortName, name }) => ({ value: `agency:${key}`, label: shortName ?? name })),
  ];
}

/** A section as it is called within its commune: the commune's own name, which each of them ends with, left off. */
function withoutEnd(name: string, end: string): string {
  const isThere = end !== '' && name.toLowerCase().endsWith(end.toLowerCase());
  return isThere ? name.slice(0, -end.length).trimEnd() : name;
}
