import type { RequestApp } from '../../context.ts';
import { readMatter } from '../../portal/procedures/read-matter.ts';
import { orErrorPage } from '../../refusals.ts';
import type { CounterMatter } from './walk-in-input.ts';

/** What the page of a procedure at the counter is made of: its published text for the chosen case, and the places. */
export async function loadMatter({ modules, caller }: RequestApp, code: string, search: URLSearchParams) {
  const matter = readMatter(code, search);
  const channel: 'counter' | 'post' = matter.channel === 'post' ? 'post' : 'counter';
  const asked = { ...matter, on: undefined, channel } as const;
  const page = orErrorPage(await modules.catalogue.getProcedurePage(caller, asked));
  const competentUnitId = search.get('co-quan') ?? undefined;
  const counter = orErrorPage(
    await modules.dossiers.queries.counter(caller, { procedureCode: code, competentUnitId }),
  );
  const answers = asked.answers ?? {};
  return { page, counter, answers, channel };
}

/** The matter a sent form is about; undefined while the case is not chosen. */
export function matterOf({
  page,
  answers,
}: Awaited<ReturnType<typeof loadMatter>>): CounterMatter | undefined {
  const { guide, version } = page;
  if (guide.chosenCase === undefined) return undefined;
  const known = version.content.questions.filter(({ key }) => answers[key] !== undefined);
  return {
    procedureCode: version.code,
    caseKey: guide.chosenCase.key,
    caseAnswers: Object.fromEntries(known.map(({ key }) => [key, answers[key] ?? ''])),
  };
}
