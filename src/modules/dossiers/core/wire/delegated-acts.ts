import { z } from 'zod';
import { dayInput } from '../../../../kernel/day-input.ts';

/** Acts done under one delegation, on days of Vietnam, both included; of one kind where it is named. */
export const delegatedActsInput = z.strictObject({
  delegationId: z.uuid(),
  from: dayInput.optional(),
  to: dayInput.optional(),
  /** `dossiers.complete-task` … */
  command: z.string().max(80).optional(),
});

/** One act in somebody's name. */
export interface DelegatedAct {
  readonly actId: string;
  readonly at: string;
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly command: string;
  readonly stepName?: string;
  /** Name of who did it. */
  readonly by: string;
}
