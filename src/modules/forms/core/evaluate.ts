import type { FieldRefusal } from '../../../kernel/refusal.ts';
import type { Answer, Answers } from './answers.ts';
import { holds, type Scope } from './conditions.ts';
import type { AnswerField, AttachmentField, FormDefinition, FormField, RepeatField } from './definition.ts';
import { isAnswerField, isRecord } from './fields.ts';
import { givenScope } from './given-scope.ts';
import { readAnswer } from './reading/read-answer.ts';
import type { FormContext, Problem } from './reading/reading.ts';

/** What a form says about answers on a day. */
export interface Evaluation {
  /** Normalised; answers that can no longer be reached, and everything outside the form, are gone. */
  readonly answers: Answers;
  /** Pointers of the entries to show: `/motherName`, `/children/0/name`. */
  readonly visible: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  /** In the order of the form; pointers into the answers. */
  readonly refusals: readonly FieldRefusal[];
  /** Components of the procedure that these answers ask for. */
  readonly papers: readonly AskedPaper[];
}

export interface AskedPaper {
  readonly component: string;
  readonly required: boolean;
}

/** Refusals about answers outside the form are listed up to this many. */
const mostUnknown = 20;

/**
 * Evaluates answers of unknown origin in one pass from the top. Conditions see exactly the answers that stay, so
 * evaluating what it returns changes nothing. Never throws, whatever the input.
 */
export function evaluateForm(definition: FormDefinition, input: unknown, context: FormContext): Evaluation {
  const raw = isRecord(input) ? input : {};
  const evaluation = new Pass(context);
  if (!isRecord(input)) evaluation.refuse('', { type: 'forms.wrong-shape' });
  const scope = Object.assign(bare(), givenScope(context));
  const answers = evaluation.level(definition.fields, raw, scope, scope, '');
  return { ...evaluation.outcome(), answers };
}

class Pass {
  readonly #context: FormContext;
  readonly #visible = new Set<string>();
  readonly #required = new Set<string>();
  readonly #refusals: FieldRefusal[] = [];
  readonly #papers: AskedPaper[] = [];

  constructor(context: FormContext) {
    this.#context = context;
  }

  outcome(): Omit<Evaluation, 'answers'> {
    return {
      visible: this.#visible,
      required: this.#required,
      refusals: this.#refusals,
      papers: this.#papers,
    };
  }

  /** One level of the list: the form itself, or one row. `seen` is where its answers appear in the scope. */
  level(
    fields: readonly FormField[],
    raw: Readonly<Record<string, unknown>>,
    scope: Scope,
    seen: Record<string, unknown>,
    base: string,
  ): Answers {
    const answers: Record<string, Answer> = {};
    let pageShown = true;
    for (const field of fields) {
      if (field.kind === 'section') pageShown = holds(field.visibleWhen, scope, true);
      const shown = field.kind === 'section' ? pageShown : pageShown && holds(field.visibleWhen, scope, true);
      if (!shown) continue;
      const pointer = `${base}/${field.key}`;
      this.#visible.add(pointer);
      const value = this.#entry(
        field,
        Object.hasOwn(raw, field.key) ? raw[field.key] : undefined,
        scope,
        seen,
        pointer,
      );
      if (value !== undefined) answers[field.key] = value;
    }
    this.#refuseUnknown(fields, raw, base);
    return answers;
  }

  refuse(pointer: string, problem: Problem): void {
    const { type, params, at = '' } = problem;
    this.#refusals.push({ pointer: pointer + at, type, ...(params === undefined ? {} : { params }) });
  }

  #entry(
    field: FormField,
    raw: unknown,
    scope: Scope,
    seen: Record<string, unknown>,
    pointer: string,
  ): Answer | undefined {
    switch (field.kind) {
      case 'section':
      case 'heading':
        return undefined;
      case 'attachment':
        return this.#paper(field, scope);
      case 'repeat':
        return this.#rows(field, raw, scope, pointer);
      default:
        return this.#answer(field, raw, scope, seen, pointer);
    }
  }

  #answer(
    field: Exclude<AnswerField, RepeatField>,
    raw: unknown,
    scope: Scope,
    seen: Record<string, unknown>,
    pointer: string,
  ): Answer | undefined {
    const { value, problems } = readAnswer(field, raw, this.#context, seen);
    if (value !== undefined) seen[field.key] = value;
    const required = holds(field.requiredWhen, scope, false);
    if (required) this.#required.add(pointer);
    for (const problem of problems) this.refuse(pointer, problem);
    if (problems.length > 0) return value;
    if (value === undefined) {
      if (required) this.refuse(pointer, { type: missing(field), params: { label: field.label } });
      return undefined;
    }
    const rule = field.refuseWhen?.find((each) => holds(each.when, scope, false));
    if (rule !== undefined) this.refuse(pointer, { type: 'forms.rule', params: { message: rule.message } });
    return value;
  }

  #rows(field: RepeatField, raw: unknown, scope: Scope, pointer: string): Answer | undefined {
    const given: readonly unknown[] = Array.isArray(raw) ? raw.slice(0, field.max) : [];
    if (raw !== undefined && raw !== '' && !Array.isArray(raw))
      this.refuse(pointer, { type: 'forms.wrong-shape' });
    if (Array.isArray(raw) && raw.length > field.max) {
      this.refuse(pointer, { type: 'forms.too-many-rows', params: { max: field.max } });
    }
    if (field.min > 0) this.#required.add(pointer);
    if (given.length < field.min) {
      this.refuse(pointer, { type: 'forms.too-few-rows', params: { min: field.min, label: field.label } });
    }
    const rows = given.map((row, index) => {
      const here = `${pointer}/${index}`;
      if (!isRecord(row)) this.refuse(here, { type: 'forms.wrong-shape' });
      const seen = bare();
      return this.level(
        field.fields,
        isRecord(row) ? row : {},
        Object.assign(bare(), scope, { row: seen }),
        seen,
        here,
      );
    });
    return rows.length > 0 ? rows : undefined;
  }

  #paper(field: AttachmentField, scope: Scope): undefined {
    this.#papers.push({ component: field.component, required: holds(field.requiredWhen, scope, false) });
  }

  #refuseUnknown(fields: readonly FormField[], raw: Readonly<Record<string, unknown>>, base: string): void {
    const known = new Set(fields.filter(isAnswerField).map((field) => field.key));
    const unknown = Object.keys(raw).filter((key) => !known.has(key));
    for (const key of unknown.slice(0, mostUnknown)) {
      const escaped = key.slice(0, 80).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
      this.refuse(`${base}/${escaped}`, { type: 'forms.unknown-field' });
    }
  }
}

function missing(field: AnswerField): string {
  return field.kind === 'choice' || field.kind === 'multiChoice' || field.kind === 'yesNo'
    ? 'forms.required-choice'
    : 'forms.required';
}

/** An object without prototype: a condition can name nothing but what was put there. */
function bare(): Record<string, unknown> {
  return Object.create(null);
}
