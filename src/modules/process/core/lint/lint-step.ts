import type { Step } from '../flow/step.ts';
import type { LintContext, ProcessFinding } from './finding.ts';

/** What can be said of one step alone. */
export function lintStep(step: Step, context: LintContext): readonly ProcessFinding[] {
  const params = { step: step.name };
  const found = (severity: ProcessFinding['severity'], name: string): ProcessFinding => ({
    at: step.key,
    type: `process.lint-${name}`,
    params,
    severity,
  });
  const silence = step.timers?.some((timer) => timer.kind === 'proceed') ? [found('warning', 'silence')] : [];
  if (step.kind === 'wait') {
    const ground = step.wait.suspension?.ground;
    if (ground === undefined) return [...silence, found('warning', 'wait-without-ground')];
    const unknown = context.grounds !== undefined && !context.grounds.has(ground);
    return unknown ? [...silence, found('error', 'ground-unknown')] : silence;
  }
  const nobody = [step.performer, ...(step.coordinators ?? [])].some(
    (performer) => context.canPerform !== undefined && !context.canPerform(performer),
  );
  return [
    ...silence,
    ...(nobody ? [found('error', 'nobody-performs')] : []),
    ...(step.kind === 'return' && step.hours !== 0 ? [found('warning', 'return-takes-time')] : []),
    ...(step.kind !== 'return' && step.hours === 0 ? [found('warning', 'step-without-time')] : []),
    ...(step.kind === 'issue' && step.performer.role !== 'recordsClerk'
      ? [found('warning', 'issue-not-by-clerk')]
      : []),
  ];
}
