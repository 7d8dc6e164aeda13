import type { Translate } from '../../../texts/translate.ts';
import { given, type Typed, textIn, typedOf } from '../typed.ts';

/** What was filled in, with every tick: shown again when the form is refused. */
export interface Kept {
  readonly typed: Typed;
  readonly acts: readonly string[];
  readonly sectors: readonly string[];
}

/** A post is named with the delegation it was lent by, if any: `<post> <delegation>`. */
export function giveInputOf(form: FormData) {
  const [principalPostId, passedOnFrom] = (textIn(form, 'principalPostId') ?? '').split(' ');
  return {
    kind: textIn(form, 'kind'),
    principalPostId,
    ...given({ passedOnFrom: passedOnFrom || undefined }),
    delegatePersonId: textIn(form, 'delegatePersonId'),
    decisionNumber: textIn(form, 'decisionNumber') ?? '',
    decisionOn: textIn(form, 'decisionOn'),
    fromOn: textIn(form, 'fromOn'),
    lastOn: textIn(form, 'lastOn'),
    acts: ticked(form, 'acts'),
    sectors: ticked(form, 'sectors'),
    procedures: (textIn(form, 'procedures') ?? '').split(/[\s,;]+/).filter((code) => code !== ''),
    mayPassOn: form.get('mayPassOn') === 'on',
  };
}

/** What the page shows again: nothing where another form was sent. */
interface KeptPage {
  readonly kept: Kept | undefined;
  /** The power that was to be ended, and why. */
  readonly end?: { readonly delegationId: string; readonly reason: string };
}

export const nothingKept: KeptPage = { kept: undefined };

/** A power that was to be ended, with the reason as typed. */
export function keptEnd(delegationId: string | undefined, reason: string): KeptPage {
  return { kept: undefined, end: { delegationId: delegationId ?? '', reason } };
}

export function keptOf(form: FormData): KeptPage {
  return {
    kept: { typed: typedOf(form), acts: ticked(form, 'acts'), sectors: ticked(form, 'sectors') },
  };
}

function ticked(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/** What the form calls a field of the command. */
export function fieldLabel(t: Translate, pointer: string): string | undefined {
  const [, field] = pointer.split('/');
  switch (field) {
    case 'kind':
    case 'delegatePersonId':
    case 'principalPostId':
    case 'decisionNumber':
    case 'decisionOn':
    case 'fromOn':
    case 'lastOn':
    case 'acts':
    case 'sectors':
    case 'procedures':
    case 'reason':
      return t(`delegation.field.${field}`);
    default:
      return undefined;
  }
}
