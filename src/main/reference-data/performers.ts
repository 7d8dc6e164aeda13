import { z } from 'zod';
import type { PerformerPhrase } from '../../modules/process/public.ts';
import type { TextFile } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { legalText, provenance, slug } from './vocabulary.ts';

/** A unit by its part in a dossier, as the files write it: `section:economy`. */
export const performerUnit = z
  .string()
  .regex(
    /^(oneStop|competent|(section|agency):[a-z0-9-]+)$/,
    'a unit is oneStop, competent, section:<code> or agency:<key>',
  )
  .transform(toUnit);

const performerRow = z
  .strictObject({
    phrase: legalText,
    says: z.enum(['whole', 'role', 'unit', 'wait']),
    unit: performerUnit.optional(),
    role: z.enum(['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk']).optional(),
    message: slug.optional(),
    ground: slug.optional(),
    status: z.enum(['5', '6']).optional(),
    ...provenance,
  })
  .refine(
    ({ says, unit: at, role, message }) =>
      says === 'wait'
        ? message !== undefined
        : says === 'role'
          ? role !== undefined
          : at !== undefined && role !== undefined,
    {
      message: 'a wait names its message, a role its role, a unit and a whole both unit and role',
    },
  );
type PerformerRow = z.infer<typeof performerRow>;

/** `data/process/performers.csv`. */
export const parsePerformers = (file: TextFile) => parseCsv(file, performerRow);

/** The same as process takes them. */
export function toPerformerPhrase({
  phrase,
  says,
  unit: at,
  role,
  message,
  ground,
  status,
}: PerformerRow): PerformerPhrase {
  const suspension =
    ground === undefined || status === undefined
      ? {}
      : { suspension: { ground, status: status === '5' ? 5 : 6 } as const };
  return {
    phrase,
    says,
    ...(at === undefined ? {} : { unit: at }),
    ...(role === undefined ? {} : { role }),
    ...(message === undefined ? {} : { wait: { message, ...suspension } }),
  };
}

function toUnit(text: string): NonNullable<PerformerPhrase['unit']> {
  const [kind, code = ''] = text.split(':');
  if (kind === 'section') return { section: code };
  if (kind === 'agency') return { agency: code };
  return kind === 'oneStop' ? 'oneStop' : 'competent';
}
