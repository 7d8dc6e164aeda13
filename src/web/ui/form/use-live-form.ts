import { type FocusEvent, type FormEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { FieldRefusal } from '../../../kernel/refusal.ts';
import {
  type AddressUnit,
  type Answers,
  evaluateForm,
  type FormContext,
  type FormDefinition,
  type FormPage,
  newRow,
  postedAnswers,
  withRowChange,
} from '../../../modules/forms/contract.ts';
import { translateRefusal } from '../../../texts/translate.ts';
import type { AddressUnits, FormState, RowActions } from './form-state.ts';
import { concerns, pointerOfName } from './name-pointer.ts';
import { useRowKeys } from './use-row-keys.ts';

export interface LiveFormInput {
  readonly definition: FormDefinition;
  readonly page: FormPage;
  /** As stored or as just typed, prefilled. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly marked: readonly string[];
  /** What the server refused of this page. */
  readonly refusals: readonly FieldRefusal[];
  readonly context: FormContext;
  readonly units: AddressUnits;
  readonly isOwn: boolean;
  /** The boxes already hold something else when the script begins. */
  readonly onCatchUp: () => void;
}

/**
 * One page of a form that answers to every key stroke: conditions and checks by the same evaluation as on the
 * server. The boxes stay the browser's own; what is typed is read from the form element.
 */
export function useLiveForm(input: LiveFormInput, form: RefObject<HTMLFormElement | null>) {
  const { definition, page, context } = input;
  const [answers, setAnswers] = useState(input.answers);
  const [problems, setProblems] = useState(() => new Map(input.refusals.map(sentence)));
  const [units, setUnits] = useState(input.units);
  const wanted = useRef(new Set<string>());
  const rowKeys = useRowKeys();
  const evaluation = useMemo(
    () => evaluateForm(definition, answers, context),
    [definition, answers, context],
  );

  function typed(): Readonly<Record<string, unknown>> {
    if (form.current === null) return answers;
    // What is hidden keeps the answer it had, to be there when it is shown again.
    const shown = page.fields.filter((field) => evaluation.visible.has(`/${field.key}`));
    return { ...answers, ...postedAnswers(shown, new FormData(form.current)) };
  }
  const catchUp = useRef(() => {
    const now = typed();
    setAnswers(now);
    const answersOf = (given: unknown) => JSON.stringify(evaluateForm(definition, given, context).answers);
    if (answersOf(now) !== answersOf(input.answers)) input.onCatchUp();
  });
  // What was typed before the script ran, or was put back by the browser, counts too.
  useEffect(() => catchUp.current(), []);

  function pageRefusals(of: Readonly<Record<string, unknown>>): readonly FieldRefusal[] {
    const keys = new Set(page.fields.map((field) => field.key));
    const { refusals } = evaluateForm(definition, of, context);
    return refusals.filter(({ pointer }) => keys.has(pointer.split('/')[1] ?? ''));
  }

  const rows = useMemo<RowActions>(
    () => ({
      keysOf: rowKeys.keysOf,
      change(change) {
        setProblems(new Map());
        setAnswers((known) => {
          const now = form.current === null ? {} : postedAnswers(page.fields, new FormData(form.current));
          const before = { ...known, ...now };
          rowKeys.change(change, before);
          return withRowChange(page.fields, before, change, (repeat) =>
            newRow(repeat, before as Answers, {}, context),
          );
        });
      },
      wantUnits(key) {
        if (wanted.current.has(key)) return;
        wanted.current.add(key);
        void fetchUnits(key).then((found) => {
          if (found !== undefined) setUnits((known) => (key in known ? known : { ...known, [key]: found }));
        });
      },
    }),
    [form, page, context, rowKeys],
  );

  const state: FormState = {
    answers,
    visible: evaluation.visible,
    required: evaluation.required,
    problems,
    marked: new Set(
      input.marked.filter((pointer) => answers[pointer.slice(1)] === input.answers[pointer.slice(1)]),
    ),
    context,
    units,
    isOwn: input.isOwn,
    rows,
  };
  return {
    state,
    /** For the form's `onInput`: conditions change at once, an error goes as soon as its field is touched. */
    onInput(event: FormEvent<HTMLFormElement>) {
      setAnswers(typed());
      const pointer = pointerOfName(nameOf(event.target));
      setProblems((known) => new Map([...known].filter(([at]) => !concerns(at, pointer))));
    },
    /** For the form's `onBlur`: a finished field says what is wrong; a field left empty waits for the button. */
    onBlur(event: FocusEvent<HTMLFormElement>) {
      if (staysInField(event)) return;
      const pointer = pointerOfName(nameOf(event.target));
      const found = pageRefusals(typed()).filter(
        (each) => concerns(each.pointer, pointer) && !waits.has(each.type),
      );
      if (found.length > 0) setProblems((known) => new Map([...known, ...found.map(sentence)]));
    },
    /** Checks the whole page; returns what is refused and shows it beside the fields. */
    check(): readonly FieldRefusal[] {
      const refusals = pageRefusals(typed());
      setProblems(new Map(refusals.map(sentence)));
      return refusals;
    },
  };
}

/** Refusals that are no news while somebody is still filling in the page. */
const waits = new Set([
  'forms.required',
  'forms.required-choice',
  'forms.too-few-rows',
  'forms.province-missing',
  'forms.commune-missing',
]);

function sentence(refusal: FieldRefusal): [string, string] {
  return [refusal.pointer, translateRefusal('vi', refusal)];
}

function nameOf(target: EventTarget): string {
  return target instanceof HTMLElement ? (target.getAttribute('name') ?? '') : '';
}

function staysInField(event: FocusEvent<HTMLFormElement>): boolean {
  const field = event.target instanceof HTMLElement ? event.target.closest('.mc-field') : null;
  return field !== null && event.relatedTarget instanceof Node && field.contains(event.relatedTarget);
}

/** Units behind a key; undefined when the network is down: the server checks, and the page says so on sending. */
async function fetchUnits(key: string): Promise<readonly AddressUnit[] | null | undefined> {
  const [on = '', province] = key.split('@');
  const query = new URLSearchParams(province === undefined ? { ngay: on } : { ngay: on, tinh: province });
  try {
    const answer = await fetch(`/don-vi?${query}`);
    return answer.ok ? ((await answer.json()) as readonly AddressUnit[] | null) : undefined;
  } catch {
    return undefined;
  }
}
