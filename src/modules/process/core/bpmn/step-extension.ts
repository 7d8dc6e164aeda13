import type { ModdleElement } from 'bpmn-moddle';
import { z } from 'zod';
import type { Performer, PerformerUnit } from '../flow/performer.ts';
import type { PerformedStep, Wait } from '../flow/step.ts';

const role = z.enum(['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk']);
const words = z.string().transform((text) => text.split(' ').filter((word) => word !== ''));
const hours = z.coerce.number().min(0).max(10_000);

const performer = z.object({
  unit: z.string().regex(/^(oneStop|competent|section:[\w-]+|agency:[\w/-]+)$/),
  role,
  rule: z.enum(['group', 'named', 'previous', 'roundRobin']).exactOptional(),
  post: z.string().exactOptional(),
  person: z.string().exactOptional(),
});

const step = z.object({
  key: z.string().exactOptional(),
  kind: z.enum(['intake', 'work', 'sign', 'issue', 'return']).exactOptional(),
  hours: hours.exactOptional(),
  performerName: z.string().exactOptional(),
  output: z.string().exactOptional(),
  citizenText: z.string().exactOptional(),
  outcomes: words
    .pipe(z.array(z.enum(['forward', 'back', 'stop', 'supplement', 'opinion', 'transfer'])))
    .exactOptional(),
  preconditions: words
    .pipe(z.array(z.enum(['papers-checked', 'fee-settled', 'result-file', 'opinions-in'])))
    .exactOptional(),
  notBy: words.exactOptional(),
});

const wait = z.object({
  key: z.string().exactOptional(),
  message: z.string().exactOptional(),
  ground: z.string().exactOptional(),
  status: z.enum(['5', '6']).exactOptional(),
  hours: hours.exactOptional(),
  performerName: z.string().exactOptional(),
  output: z.string().exactOptional(),
  citizenText: z.string().exactOptional(),
});

/** What `motcua:step` says; undefined when a value in it is not one of ours. */
export function readStepExtension(
  element: ModdleElement,
  prefix: string,
): (Partial<PerformedStep> & { readonly performer?: Performer }) | undefined {
  const said = step.safeParse(element);
  if (!said.success) return undefined;
  const one = element.unit === undefined ? undefined : readPerformer(element);
  if (one === null) return undefined;
  const coordinators = (element.$children ?? [])
    .filter((child) => child.$type === `${prefix}:coordinator`)
    .map(readPerformer);
  const known = coordinators.filter((each) => each !== null);
  if (known.length < coordinators.length) return undefined;
  return {
    ...said.data,
    ...(one && { performer: one }),
    ...(known.length > 0 && { coordinators: known }),
  };
}

/** What `motcua:wait` says; undefined when a value in it is not one of ours. */
export function readWaitExtension(element: ModdleElement):
  | {
      readonly key?: string;
      readonly hours?: number;
      readonly performerName?: string;
      readonly output?: string;
      readonly citizenText?: string;
      readonly message?: string;
      readonly suspension?: NonNullable<Wait['suspension']>;
    }
  | undefined {
  const said = wait.safeParse(element);
  if (!said.success) return undefined;
  const { ground, status, ...more } = said.data;
  if ((ground === undefined) !== (status === undefined)) return undefined;
  const stands =
    ground === undefined ? {} : { suspension: { ground, status: status === '5' ? 5 : 6 } as const };
  return { ...more, ...stands };
}

function readPerformer(element: ModdleElement): Performer | null {
  const said = performer.safeParse(element);
  return said.success ? { ...said.data, unit: readUnit(said.data.unit) } : null;
}

function readUnit(unit: string): PerformerUnit {
  if (unit.startsWith('section:')) return { section: unit.slice('section:'.length) };
  if (unit.startsWith('agency:')) return { agency: unit.slice('agency:'.length) };
  return unit === 'oneStop' ? 'oneStop' : 'competent';
}
