import type { Result } from '../../../kernel/result.ts';
import { given, textIn } from '../typed.ts';

const prefix = 'items.';
const suffix = '.reason';

/** Name of the field that says why a listed paper is asked for; left empty, it is not. */
export function askField(key: string): string {
  return `${prefix}${key}${suffix}`;
}

/** `requestSupplementInput` out of the form: the papers with a reason, in the order of the list. */
export function supplementIn(form: FormData) {
  const items = [...form.keys()]
    .filter((name) => name.startsWith(prefix) && name.endsWith(suffix))
    .flatMap((name) => {
      const reason = textIn(form, name);
      const componentKey = name.slice(prefix.length, -suffix.length);
      return reason === undefined ? [] : [{ componentKey, reason }];
    });
  return {
    taskId: textIn(form, 'taskId'),
    items,
    answerBy: textIn(form, 'answerBy') ?? '',
    ...given({
      guidance: textIn(form, 'guidance'),
      signerPostId: textIn(form, 'signerPostId'),
      unlisted: textIn(form, 'unlisted'),
    }),
  };
}

/** A refusal that points at the n-th paper sent points at that paper's field instead. */
export function namedItems<T>(
  outcome: Result<T>,
  { items }: Pick<ReturnType<typeof supplementIn>, 'items'>,
): Result<T> {
  if (outcome.ok) return outcome;
  const fields = outcome.refusal.fields?.map((field) => ({
    ...field,
    pointer: field.pointer.replace(/^\/items\/(\d+)\//, (whole, at) => {
      const key = items[Number(at)]?.componentKey;
      return key === undefined ? whole : `/items/${key}/`;
    }),
  }));
  return { ok: false, refusal: { ...outcome.refusal, ...(fields && { fields }) } };
}
