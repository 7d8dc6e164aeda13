import type { Finding, LintRule } from './finding.ts';

/** Who decides exists, and at a level the procedure has. */
export const agencyHolds: LintRule = ({ content: { competentAgency }, levels, routing }, around) => {
  const { rule } = competentAgency;
  const pointer = '/content/competentAgency/rule';
  if (rule.kind === 'commune')
    return levels.includes('commune') ? [] : [{ type: 'agency-level', severity: 'error', pointer }];
  if (rule.kind === 'named')
    return routing.kind === 'here' ? [{ type: 'agency-only-named', severity: 'error', pointer }] : [];
  return around.hasUnit(rule.unitKey)
    ? []
    : [{ type: 'agency-unknown', severity: 'error', pointer, params: { unit: rule.unitKey } }];
};

/** What is worked on here can be: form online, process for every case. */
export const canBeWorked: LintRule = ({ content, routing, serviceLevel }, around) => {
  const found: Finding[] = [];
  if (content.publicPost?.intake === false && content.channels.includes('post'))
    found.push({ type: 'post-contradicts', severity: 'error', pointer: '/content/publicPost' });
  if (routing.kind !== 'here') return found;
  const online = content.channels.includes('online');
  const offered = serviceLevel === 'full' || serviceLevel === 'part';
  if (offered && !online)
    found.push({ type: 'level-without-online', severity: 'error', pointer: '/serviceLevel' });
  if (serviceLevel === 'information' && online)
    found.push({ type: 'online-without-level', severity: 'error', pointer: '/content/channels' });
  if (online && offered && !around.hasForm)
    found.push({ type: 'online-without-form', severity: 'error', pointer: '/content/channels' });
  content.components.forEach(({ form, name }, index) => {
    if (form?.electronic && !around.hasForm)
      found.push({
        type: 'component-form-unknown',
        severity: 'error',
        pointer: `/content/components/${index}/form`,
        params: { name },
      });
  });
  content.cases.forEach(({ key, name }, index) => {
    if (!around.processHours.has(key))
      found.push({
        type: 'process-missing',
        severity: 'error',
        pointer: `/content/cases/${index}`,
        params: { case: name },
      });
  });
  return found;
};

/** Facts nobody has compared with the decision: shown as such, never demanded. */
export const isChecked: LintRule = ({ content }) => {
  const facts = [
    ...content.cases.map(({ certainty }, index) => ({ certainty, pointer: `/content/cases/${index}` })),
    ...content.components.map(({ certainty }, index) => ({
      certainty,
      pointer: `/content/components/${index}`,
    })),
    ...content.results.map(({ certainty }, index) => ({ certainty, pointer: `/content/results/${index}` })),
    { certainty: content.competentAgency.certainty, pointer: '/content/competentAgency' },
  ];
  return facts
    .filter((fact) => fact.certainty === 'unverified')
    .map(({ pointer }) => ({ type: 'not-checked', severity: 'warning', pointer }));
};
