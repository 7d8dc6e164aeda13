import type { WrongLists } from '../core/wrong-list/wrong-lists.ts';
import type { CatalogueDeps } from '../store/catalogue-deps.ts';
import { answerWrongList } from './answer-wrong-list.ts';
import { correctReported } from './correct-reported.ts';
import { reportWrongList } from './report-wrong-list.ts';

/** What is done about a wrong list. */
export function createReportActs(deps: CatalogueDeps): Pick<WrongLists, 'report' | 'answer' | 'correct'> {
  return {
    report: (ctx, input) => reportWrongList(deps, ctx, input),
    answer: (ctx, input) => answerWrongList(deps, ctx, input),
    correct: (ctx, input) => correctReported(deps, ctx, input),
  };
}
