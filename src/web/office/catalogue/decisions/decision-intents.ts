import type { Refusal } from '../../../../kernel/refusal.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { DecisionLineView, ListLineView } from '../../../../modules/catalogue/contract.ts';
import { commandOf, type RequestApp } from '../../../context.ts';
import { given, textIn } from '../../typed.ts';
import { listLinesIn, ofTheForm, standingLine } from './list-lines-in.ts';

const codesMissing: Refusal = {
  kind: 'invalid',
  type: 'input.invalid',
  fields: [{ pointer: '/codes', type: 'input.required' }],
};

/** Does what a form of the decision's page asks for. */
export async function carryOut(
  app: RequestApp,
  decisionId: string,
  form: FormData,
): Promise<Result<unknown>> {
  const { commands } = app.modules.catalogue;
  const seen = { decisionId, version: Number(textIn(form, 'version')) };
  const ctx = commandOf(app, form);
  switch (textIn(form, 'intent')) {
    case 'attach':
      return changeLines(app, form, seen, (lines) => [...lines, ...attached(form)]);
    case 'remove':
      return changeLines(app, form, seen, (lines) =>
        lines.filter(({ code }) => code !== textIn(form, 'code')),
      );
    case 'list': {
      const added = listLinesIn(form);
      if (added.length === 0) return { ok: false, refusal: codesMissing };
      const changed = await changeLists(app, form, seen, (lines) => {
        const codes = new Set(added.map(({ code }) => code));
        const others = lines.filter(({ list, code }) => list !== textIn(form, 'list') || !codes.has(code));
        return [...others.map(standingLine), ...added];
      });
      return changed.ok ? changed : { ok: false, refusal: ofTheForm(changed.refusal) };
    }
    case 'unlist':
      return changeLists(app, form, seen, (lines) =>
        lines
          .filter(({ list, code }) => list !== textIn(form, 'list') || code !== textIn(form, 'code'))
          .map(standingLine),
      );
    case 'abolish': {
      const wanted = given({ code: textIn(form, 'code'), replacedBy: textIn(form, 'replacedBy') });
      return commands.abolishProcedure(ctx, { ...seen, ...wanted });
    }
    case 'publicity': {
      const days = given({ publishedOn: textIn(form, 'publishedOn'), postedOn: textIn(form, 'postedOn') });
      return commands.recordPublicity(ctx, { ...seen, ...days });
    }
    case 'publish':
      return commands.publishDecision(ctx, {
        ...seen,
        from: textIn(form, 'from'),
        effect: textIn(form, 'effect'),
      });
    case 'undo':
      return commands.undoDecision(ctx, { ...seen, reason: textIn(form, 'reason') ?? '' });
    default:
      return ok(undefined);
  }
}

type Line = Pick<DecisionLineView, 'code' | 'change' | 'draftId' | 'replacedBy'>;
/** A line as its form names it; the command parses it. */
type WantedLine = Readonly<Record<'code' | 'change' | 'draftId', string>>;

async function changeLines(
  app: RequestApp,
  form: FormData,
  seen: { readonly decisionId: string; readonly version: number },
  change: (lines: readonly Line[]) => readonly (Line | WantedLine)[],
): Promise<Result<unknown>> {
  const { commands, queries } = app.modules.catalogue;
  const decision = await queries.getDecision(app.caller, seen.decisionId);
  if (!decision.ok) return decision;
  const lines = decision.value.lines.map(({ code, change: does, draftId, replacedBy }) => ({
    code,
    change: does,
    ...(draftId && { draftId }),
    ...(replacedBy && { replacedBy }),
  }));
  return commands.changeDecisionLines(commandOf(app, form), { ...seen, lines: change(lines) });
}

async function changeLists(
  app: RequestApp,
  form: FormData,
  seen: { readonly decisionId: string; readonly version: number },
  change: (lines: readonly ListLineView[]) => readonly object[],
): Promise<Result<unknown>> {
  const { commands, queries } = app.modules.catalogue;
  const decision = await queries.getDecision(app.caller, seen.decisionId);
  if (!decision.ok) return decision;
  const lists = change(decision.value.lists);
  return commands.changeDecisionLists(commandOf(app, form), { ...seen, lists });
}

/** The drafts ticked, each with what the decision does to its procedure: `change.<draftId>`. */
function attached(form: FormData): readonly WantedLine[] {
  return form.getAll('draft').flatMap((value) => {
    if (typeof value !== 'string') return [];
    const [draftId = '', code = ''] = value.split(' ');
    return [{ code, draftId, change: textIn(form, `change.${draftId}`) ?? 'amended' }];
  });
}
