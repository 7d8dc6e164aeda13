import type { FieldRefusal } from '../../../../kernel/refusal.ts';
import type { Step } from '../flow/step.ts';
import type { DraftRow } from './draft-content.ts';

/** Steps out of rows that are being written, and what is still missing in them, by row and field. */
export interface StepsOfRows {
  readonly steps: readonly Step[];
  readonly missing: readonly FieldRefusal[];
}

/**
 * Makes the table that would run. What is missing is stood in for (the resolving agency's specialist, no time), so that
 * the rest can be checked and drawn already; it is named, and a table with anything missing is never published.
 */
export function stepsOfRows(rows: readonly DraftRow[]): StepsOfRows {
  return {
    steps: rows.map(stepOf),
    missing: rows.flatMap((row, at) => missingIn(row).map((field) => refusalOf(at, field))),
  };
}

function stepOf({
  guessed: _,
  performer,
  hours,
  wait,
  kind,
  outcomes,
  preconditions,
  notBy,
  coordinators,
  choices,
  ...facts
}: DraftRow): Step {
  if (kind === 'wait')
    return {
      ...facts,
      kind,
      wait: wait ?? { message: facts.key },
      ...(hours === undefined ? {} : { hours }),
    };
  return {
    ...facts,
    kind,
    performer: performer ?? { unit: 'competent', role: 'specialist' },
    hours: hours ?? 0,
    ...(outcomes === undefined ? {} : { outcomes }),
    ...(preconditions === undefined ? {} : { preconditions }),
    ...(notBy === undefined ? {} : { notBy }),
    ...(coordinators === undefined ? {} : { coordinators }),
    ...(choices === undefined ? {} : { choices }),
  };
}

type Missing = 'performer' | 'hours' | 'wait';

const types: Readonly<Record<Missing, string>> = {
  performer: 'process.row-performer-missing',
  hours: 'process.row-hours-missing',
  wait: 'process.row-wait-missing',
};

function missingIn({ kind, performer, hours, wait }: DraftRow): Missing[] {
  if (kind === 'wait') return wait === undefined ? ['wait'] : [];
  return [
    ...(performer === undefined ? (['performer'] as const) : []),
    ...(hours === undefined ? (['hours'] as const) : []),
  ];
}

function refusalOf(at: number, field: Missing): FieldRefusal {
  return { pointer: `/rows/${at}/${field}`, type: types[field], params: { row: at + 1 } };
}
