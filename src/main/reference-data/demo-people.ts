import { z } from 'zod';
import { roles } from '../../kernel/actor.ts';
import type { TextFile } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { unitKey } from './units.ts';
import { legalText, plainDate, slug } from './vocabulary.ts';

/** Fictional numbers: 053 is an area code given up in 2017 that no mobile network has taken since. */
const fictionalPhone = z.string().regex(/^05300000\d{2}$/, 'a demo telephone number is written 05300000nn');

/** Twelve digits whose last six begin with 999: the mark of a fictional identity number in this project. */
const fictionalIdentityNumber = z
  .string()
  .regex(
    /^0(72|80)[0-3]\d{2}999\d{3}$/,
    'a demo identity number is 072 or 080, century and sex, year, then 999nnn',
  );

const fictionalEmail = z
  .string()
  .regex(/^[a-z0-9.-]+@[a-z0-9.-]+\.example$/, 'a demo address ends in .example');

const demoOfficerRow = z.strictObject({
  login: z.string().regex(/^[a-z0-9.-]+$/),
  name: legalText,
  unit: unitKey,
  role: z.enum(roles),
  /** Position as printed under a signature. */
  title: legalText,
  /** Lines above the name on a signed paper: `KT. CHỦ TỊCH|PHÓ CHỦ TỊCH`. */
  signatureLines: z
    .string()
    .transform((text) => text.split('|'))
    .optional(),
  phone: fictionalPhone,
  email: fictionalEmail,
  postFrom: plainDate,
  postTo: plainDate.optional(),
});
export type DemoOfficerRow = z.infer<typeof demoOfficerRow>;

const demoCitizenRow = z.strictObject({
  login: slug,
  /** Stable key of the national account. */
  techId: z.string().regex(/^demo-[0-9a-z-]+$/),
  accountType: z.enum(['citizen', 'enterprise']),
  name: legalText,
  /** Left out: an old account that never proved one. */
  identityNumber: fictionalIdentityNumber.optional(),
  gender: z.enum(['male', 'female']),
  birthDate: plainDate,
  address: legalText,
  /** Commune of residence. */
  unit: unitKey,
  phone: fictionalPhone,
  email: fictionalEmail,
  assuranceLevel: z.enum(['1', '2']).transform(Number),
  /** For an enterprise: whom the person represents. */
  organisation: legalText.optional(),
  /** Of Tây Ninh's tax office, then 999: the mark of a fictional one. */
  taxCode: z
    .string()
    .regex(/^3900999\d{3}$/, 'a demo tax code is written 3900999nnn')
    .optional(),
});
export type DemoCitizenRow = z.infer<typeof demoCitizenRow>;

/** `data/demo/officers.csv`: one row a post; the same login on two rows is one person with two posts. */
export const parseDemoOfficers = (file: TextFile) => parseCsv(file, demoOfficerRow);
/** `data/demo/citizens.csv`: accounts of the local identity provider. */
export const parseDemoCitizens = (file: TextFile) => parseCsv(file, demoCitizenRow);
