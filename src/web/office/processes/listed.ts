import type { Level } from '../../../modules/catalogue/contract.ts';
import type { ProcedureBrief } from '../../../modules/catalogue/public.ts';
import type { DraftBrief, ProcessBrief } from '../../../modules/process/public.ts';
import type { RequestApp } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { given } from '../typed.ts';

interface Listed {
  readonly inForce: readonly ProcessBrief[];
  readonly drafts: readonly DraftBrief[];
  readonly uncovered: readonly ProcedureBrief[];
  readonly next?: string;
}

const nothing: Listed = { inForce: [], drafts: [], uncovered: [] };
const levels: readonly Level[] = ['province', 'commune', 'district', 'ministry', 'other'];

/** Rows on a page of procedures without a process, and pages of the catalogue looked through for them. */
const pageSize = 50;
const mostPages = 40;

/** What one view of the list shows. */
export async function listed(
  app: RequestApp,
  view: 'dang-ap-dung' | 'ban-nhap' | 'chua-co',
  search: URLSearchParams,
): Promise<Listed> {
  const { editing } = app.modules.process;
  if (view === 'ban-nhap') return { ...nothing, drafts: await editing.listDrafts(app.caller) };
  const asked = askedFor(search);
  const after = search.get('sau') ?? undefined;
  if (view === 'chua-co') return uncovered(app, asked, after);
  const codes =
    asked.sector === undefined && asked.level === undefined ? undefined : await codesOf(app, asked);
  const page = orErrorPage(
    await editing.listInForce(app.caller, { ...given({ q: asked.q, after }), ...(codes && { codes }) }),
  );
  return { ...nothing, inForce: page.items, ...(page.next === undefined ? {} : { next: page.next }) };
}

function askedFor(search: URLSearchParams) {
  const text = (name: string) => search.get(name)?.trim() || undefined;
  return {
    q: text('q'),
    sector: text('linh-vuc'),
    level: levels.find((level) => level === search.get('cap')),
  };
}

/** Procedures of a sector and level, as many as a list may name. */
async function codesOf(
  { modules, caller }: RequestApp,
  { sector, level }: ReturnType<typeof askedFor>,
): Promise<string[]> {
  const codes: string[] = [];
  let after: string | undefined;
  do {
    const page = orErrorPage(
      await modules.catalogue.findProcedures(caller, { ...given({ sector, level, after }), limit: 100 }),
    );
    codes.push(...page.items.map(({ code }) => code));
    after = page.next;
  } while (after !== undefined && codes.length < 1000);
  return codes.slice(0, 1000);
}

/** Procedures in force without a process in force, in the catalogue's order, until a page is full. */
async function uncovered(
  { modules, caller }: RequestApp,
  asked: ReturnType<typeof askedFor>,
  from: string | undefined,
): Promise<Listed> {
  const found: ProcedureBrief[] = [];
  let after = from;
  for (let read = 0; read < mostPages; read++) {
    const page = orErrorPage(
      await modules.catalogue.findProcedures(caller, { ...given({ ...asked, after }), limit: pageSize }),
    );
    const covered = await modules.process.editing.coveredProcedures(
      caller,
      page.items.map(({ code }) => code),
    );
    found.push(...page.items.filter(({ code }) => !covered.has(code)));
    after = page.next;
    if (after === undefined || found.length >= pageSize) break;
  }
  return { ...nothing, uncovered: found, ...(after === undefined ? {} : { next: after }) };
}
