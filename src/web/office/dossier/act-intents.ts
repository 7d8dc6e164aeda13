import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Dossiers } from '../../../modules/dossiers/public.ts';
import { componentChecksIn } from '../intake-input.ts';
import { given, numberIn, textIn } from '../typed.ts';
import { namedItems, supplementIn } from './supplement-input.ts';

/** What may be asked for beside moving a step. */
type ActIntent =
  | 'supplement'
  | 'receiveSupplement'
  | 'withdrawSupplement'
  | 'opinion'
  | 'answerOpinion'
  | 'receiveMessage'
  | 'acceptHandOver'
  | 'transfer'
  | 'declineWithdrawal'
  | 'stop';

/** Carries out what a form beside the steps asks for; the command checks everything again. */
export async function carryOutAct(
  commands: Dossiers['commands'],
  ctx: CommandContext,
  dossierId: string,
  intent: ActIntent,
  form: FormData,
): Promise<Result<unknown>> {
  const text = (name: string) => textIn(form, name) ?? '';
  const taskId = textIn(form, 'taskId');
  const request = { dossierId, requestId: textIn(form, 'subject') };
  const note = given({ note: textIn(form, 'note') });
  switch (intent) {
    case 'supplement': {
      const input = supplementIn(form);
      return namedItems(await commands.requestSupplement(ctx, input), input);
    }
    case 'receiveSupplement':
      return commands.receiveSupplement(ctx, { ...request, components: componentChecksIn(form), ...note });
    case 'withdrawSupplement':
      return commands.withdrawSupplement(ctx, { ...request, reason: text('reason') });
    case 'opinion':
      return commands.askOpinion(ctx, {
        taskId,
        unitId: text('unitId'),
        question: text('question'),
        hours: numberIn(form, 'hours'),
        wait: form.get('wait') !== null,
      });
    case 'answerOpinion':
      return commands.answerOpinion(ctx, {
        dossierId,
        opinionId: request.requestId,
        verdict: text('verdict'),
        answer: text('answer'),
        ...given({ document: textIn(form, 'document') }),
      });
    case 'receiveMessage':
      return commands.receiveMessage(ctx, {
        taskId,
        document: {
          name: text('document.name'),
          number: text('document.number'),
          on: text('document.on'),
        },
        ...note,
      });
    case 'acceptHandOver':
      return commands.acceptHandOver(ctx, { taskId });
    case 'transfer':
      return commands.transferDossier(ctx, { taskId, toUnitId: text('toUnitId'), reason: text('reason') });
    case 'declineWithdrawal':
      return commands.declineWithdrawal(ctx, { ...request, answer: text('answer') });
    case 'stop':
      return commands.stopDossier(ctx, {
        dossierId,
        expectedVersion: numberIn(form, 'expectedVersion'),
        ground: text('ground'),
        reason: text('reason'),
        money: text('money'),
        signerPostId: text('signerPostId'),
      });
  }
}
