import type { FieldRefusal } from '../../../../kernel/refusal.ts';
import { fieldOf } from './field-of.ts';
import { endPlace } from './process-graph.ts';
import { ruleSchema } from './rule-schema.ts';
import type { Choice, Step } from './step.ts';
import { stagesOf } from './table-flow.ts';

/** Choices lead somewhere, and every row of an alternative belongs to a choice of the step before it. */
export function checkBranches(steps: readonly Step[]): readonly FieldRefusal[] {
  const keys = new Set(steps.map((step) => step.key));
  const stages = stagesOf(steps);
  return [
    ...steps.flatMap((step, row) => checkChoices(choicesOf(step), keys, row)),
    ...stages.flatMap((stage, at) => {
      if (stage.kind !== 'alternatives') return [];
      const before = stages[at - 1];
      const chooser = before?.kind === 'one' ? before.branches[0]?.[0] : undefined;
      const offered = choicesOf(chooser).flatMap((choice) => (choice.to === undefined ? [choice.key] : []));
      return stage.branches.flatMap((rows) =>
        rows
          .filter((step) => !offered.includes(step.branch ?? ''))
          .map((step) => fieldOf(steps.indexOf(step), 'branch', 'process.branch-without-choice')),
      );
    }),
  ];
}

function choicesOf(step: Step | undefined): readonly Choice[] {
  return step === undefined || step.kind === 'wait' ? [] : (step.choices ?? []);
}

function checkChoices(choices: readonly Choice[], keys: ReadonlySet<string>, row: number): FieldRefusal[] {
  if (choices.length === 0) return [];
  const wrong: FieldRefusal[] = [];
  const names = new Set(choices.map((choice) => choice.key));
  if (choices.length < 2 || names.size < choices.length || choices.some(({ label }) => label.trim() === ''))
    wrong.push(fieldOf(row, 'choices', 'process.choices-invalid'));
  if (choices.some(({ to }) => to !== undefined && to !== endPlace && !keys.has(to)))
    wrong.push(fieldOf(row, 'choices', 'process.choice-leads-nowhere'));
  if (choices.some(({ when }) => when !== undefined && !ruleSchema.safeParse(when).success))
    wrong.push(fieldOf(row, 'choices', 'process.choice-rule-invalid'));
  return wrong;
}
