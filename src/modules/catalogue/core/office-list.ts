import { z } from 'zod';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { level } from './content.ts';
import { procedureCode, serviceLevel } from './procedure-record.ts';

/** What a procedure may lack: the lists of the procedure-control office. */
export const lacks = ['process', 'fee', 'unchecked', 'parts'] as const;
export type Lack = (typeof lacks)[number];

/** `coming`: only versions that begin later; `drafted`: a text of it is being written. */
export const officeStates = ['inForce', 'coming', 'ended', 'drafted'] as const;
export type OfficeState = (typeof officeStates)[number];

export const officeListInput = z.object({
  /** Words, accents or not, or a code's beginning. */
  q: z.string().trim().max(200).default(''),
  sector: z.string().max(300).optional(),
  level: level.optional(),
  serviceLevel: serviceLevel.optional(),
  state: z.enum(officeStates).optional(),
  lack: z.enum(lacks).optional(),
  after: procedureCode.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type OfficeListInput = z.input<typeof officeListInput>;

/** What the list shows beside the name. */
export const officeColumns = ['sector', 'levels', 'service', 'state', 'lack'] as const;
export type OfficeColumn = (typeof officeColumns)[number];

export const keepListColumnsInput = z.strictObject({
  columns: z.array(z.enum(officeColumns)).max(officeColumns.length),
});

/** A procedure in the office's list: the version in force today, else the next, else the last. */
export interface OfficeProcedure {
  readonly code: string;
  readonly versionId: string;
  readonly name: string;
  readonly sector: string;
  readonly levels: readonly z.infer<typeof level>[];
  readonly serviceLevel: z.infer<typeof serviceLevel>;
  readonly origin: 'shipped' | 'edited' | 'imported';
  readonly state: Exclude<OfficeState, 'drafted'>;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  readonly draftId?: string;
  readonly hasProcess: boolean;
  readonly hasFee: boolean;
  /** Facts marked "chưa đối chiếu". */
  readonly unchecked: number;
  /** Of the seven required parts. */
  readonly missingParts: number;
}

/** What is to be done in one sector. */
export interface SectorWork {
  readonly sector: string;
  readonly procedures: number;
  readonly process: number;
  readonly fee: number;
  readonly unchecked: number;
  readonly parts: number;
}
