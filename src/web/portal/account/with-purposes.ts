import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { AccessLine } from '../../../modules/audit/contract.ts';
import type { ProcessingView } from '../../../modules/privacy/contract.ts';
import type { RequestApp } from '../../context.ts';

/** What a reading was for, by the register of its day. */
export interface Purpose {
  readonly purpose: ProcessingView | undefined;
  /** Why what is masked otherwise was seen whole. */
  readonly reason: string | undefined;
}

/** Readings with the processing each falls under. */
export function withPurposes<Line extends AccessLine>(
  app: RequestApp,
  lines: readonly Line[],
): readonly (Line & Purpose)[] {
  const { register, unmaskReasons } = app.modules.privacy;
  return lines.map((line) => ({
    ...line,
    purpose: register.purposeOf(line.query, plainDateOf(new Date(line.at))),
    reason: unmaskReasons.find(({ key }) => line.query === `dossiers.unmask.${key}`)?.name,
  }));
}
