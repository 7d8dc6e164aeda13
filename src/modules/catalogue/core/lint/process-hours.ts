import type { ProcessVersion } from '../../../process/public.ts';

type Step = ProcessVersion['table']['steps'][number];

/**
 * Working hours a process takes at most: rows one after the other, of rows side by side or of choices the longest
 * branch. Waiting for somebody outside is not the office's time.
 */
export function processHours(steps: readonly Step[]): number {
  let sum = 0;
  for (let start = 0; start < steps.length; ) {
    const group = groupAt(steps, start);
    sum += Math.max(...branchesOf(group).map(hoursOf));
    start += group.length;
  }
  return sum;
}

/** The rows from here on that run beside each other or instead of each other. */
function groupAt(steps: readonly Step[], start: number): readonly Step[] {
  const first = steps[start];
  if (!first || (first.together === undefined && first.branch === undefined))
    return steps.slice(start, start + 1);
  const length = steps
    .slice(start)
    .findIndex(
      (step) =>
        step.together !== first.together || (step.branch === undefined) !== (first.branch === undefined),
    );
  return steps.slice(start, length < 0 ? undefined : start + length);
}

function branchesOf(group: readonly Step[]): readonly (readonly Step[])[] {
  const branches = new Map<string, Step[]>();
  group.forEach((step, index) => {
    const key = step.branch ?? `row ${index}`;
    branches.set(key, [...(branches.get(key) ?? []), step]);
  });
  return [...branches.values()];
}

function hoursOf(branch: readonly Step[]): number {
  return branch.reduce((sum, step) => sum + (step.kind === 'wait' ? 0 : step.hours), 0);
}
