import type { CommandContext } from '../../../kernel/context.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Dossiers } from '../../../modules/dossiers/public.ts';
import { componentChecksIn, feeIn } from '../intake-input.ts';
import { resultIn } from '../result-input.ts';
import { given, numberIn, textIn } from '../typed.ts';
import { carryOutAct } from './act-intents.ts';

/** What the forms of a dossier's page may ask for. */
export const intents = [
  'accept',
  'refuse',
  'takeUp',
  'forward',
  'back',
  'issue',
  'return',
  'supplement',
  'receiveSupplement',
  'withdrawSupplement',
  'opinion',
  'answerOpinion',
  'receiveMessage',
  'acceptHandOver',
  'transfer',
  'declineWithdrawal',
  'stop',
  'recordPart',
] as const;
export type Intent = (typeof intents)[number];

/** The intent of a sent form; undefined when it names none of ours. */
export function intentOf(form: FormData): Intent | undefined {
  return intents.find((intent) => intent === form.get('intent'));
}

/** Carries out what the form asks for; the command checks everything again. */
export function carryOut(
  commands: Dossiers['commands'],
  ctx: CommandContext,
  dossierId: string,
  intent: Intent,
  form: FormData,
): Promise<Result<unknown>> {
  switch (intent) {
    case 'accept':
      return commands.acceptDossier(ctx, acceptInput(dossierId, form));
    case 'refuse':
      return commands.refuseIntake(ctx, {
        dossierId,
        expectedVersion: numberIn(form, 'expectedVersion'),
        reason: textIn(form, 'reason') ?? '',
      });
    case 'takeUp':
      return commands.takeUpTask(ctx, { taskId: textIn(form, 'taskId') });
    case 'forward':
    case 'back':
    case 'issue':
    case 'return':
      return commands.completeTask(ctx, stepInput(intent, form));
    case 'recordPart':
      return commands.recordPart(ctx, partInput(form));
    default:
      return carryOutAct(commands, ctx, dossierId, intent, form);
  }
}

/** `acceptDossierInput` out of the form. */
export function acceptInput(dossierId: string, form: FormData) {
  return {
    dossierId,
    expectedVersion: numberIn(form, 'expectedVersion'),
    components: componentChecksIn(form),
    ...given({ fee: feeIn(form) }),
    ...(form.has('representationChecked') && { representationChecked: true }),
  };
}

/** `completeTaskInput` out of the form of one step. */
export function stepInput(intent: 'forward' | 'back' | 'issue' | 'return', form: FormData) {
  return {
    taskId: textIn(form, 'taskId'),
    outcome: intent === 'back' ? 'back' : 'forward',
    ...given({ note: textIn(form, 'note') }),
    ...(intent === 'forward' && given({ choice: textIn(form, 'choice') })),
    ...(intent === 'back' && given({ backTo: textIn(form, 'backTo') })),
    ...(intent === 'return' &&
      given({ handedTo: textIn(form, 'handedTo'), trackingNumber: textIn(form, 'trackingNumber') })),
    ...(intent === 'issue' && { result: resultIn(form) }),
  };
}

/** `recordPartInput` out of the form: only the fields that its state has. */
export function partInput(form: FormData) {
  const state = textIn(form, 'state');
  const field = (name: string) => textIn(form, name);
  return {
    taskId: field('taskId'),
    code: field('part'),
    state,
    ...(state === 'refused'
      ? { reason: field('reason') ?? '' }
      : given({ foreignCode: field('foreignCode') })),
    ...(state === 'done' && { number: field('number') ?? '', on: field('on') ?? '' }),
  };
}

/** The form was not one of ours, or of an older page. */
export function unknownIntent(): Refusal {
  return refuse('invalid', 'office.unknown-intent').refusal;
}
