import { z } from 'zod';
import type { TextFile } from './data-fault.ts';
import { parseCsv } from './read-csv.ts';
import { legalText, plainDate, provenance, slug, validity } from './vocabulary.ts';

/** `phuong-tan-ninh`, `xa-phan.huyen-duong-minh-chau`; a sub-unit made from a template: `phuong-tan-ninh/one-stop`. */
export const unitKey = z
  .string()
  .regex(
    /^[a-z0-9-]+(\.[a-z0-9-]+)*(\/[a-z0-9-]+)?$/,
    'a unit key is written phuong-tan-ninh or phuong-tan-ninh/one-stop',
  );

const unitKind = z.enum([
  'province', // these three: the territory together with its People's Committee
  'district',
  'commune',
  'department', // sở, thanh tra, văn phòng UBND tỉnh
  'board', // ban quản lý
  'agency', // đơn vị sự nghiệp, cơ quan ngành dọc tham gia quy trình
  'branch', // chi nhánh của một đơn vị
  'section', // phòng, văn phòng bên trong một cơ quan
  'oneStop', // trung tâm phục vụ hành chính công, bộ phận tiếp nhận và trả kết quả
]);
const unitTier = z.enum(['province', 'district', 'commune']);

/** Form of a territory: tỉnh; thành phố, thị xã, huyện; phường, xã, thị trấn. */
const territoryForm = z.enum(['province', 'city', 'town', 'district', 'ward', 'commune', 'township']);

const unitRow = z.strictObject({
  key: unitKey,
  /** Of a territory its own name ("Phường Tân Ninh"); the committee's name is made from it. */
  name: legalText,
  nameEn: legalText.optional(),
  kind: unitKind,
  tier: unitTier,
  form: territoryForm.optional(),
  /** What the unit is for, the same across reorganisations: `justice`, `construction`, `economy`. */
  code: slug.optional(),
  parent: unitKey.optional(),
  /** Code of the General Statistics Office; used again after a reorganisation, so never a key. */
  gsoCode: z
    .string()
    .regex(/^\d{2,5}$/)
    .optional(),
  /** Agency code of Decision 20/2020/QĐ-TTg (`H53`), only where known. */
  agencyCode: z
    .string()
    .regex(/^[A-Z]\d{2}(\.\d{2,3})*$/)
    .optional(),
  /** Code of its own office hours; empty: the parent's, at the top `tay-ninh`. */
  officeHours: slug.optional(),
  ...validity,
  ...provenance,
  note: legalText.optional(),
});
export type UnitRow = z.infer<typeof unitRow>;

const unitTemplateRow = z.strictObject({
  /** Which units get the sub-unit: all of a kind, or only the territories of one form. */
  parentKind: unitKind,
  form: territoryForm.optional(),
  /** Last part of the sub-unit's key, and its code. */
  code: slug,
  /** `{name}` is the territory's name with a small first letter: "phường Tân Ninh"; `{nameEn}` its English one. */
  namePattern: legalText,
  nameEnPattern: legalText.optional(),
  kind: unitKind,
  officeHours: slug.optional(),
  ...validity,
  ...provenance,
});
export type UnitTemplateRow = z.infer<typeof unitTemplateRow>;

const successionRow = z.strictObject({
  predecessor: unitKey,
  successor: unitKey,
  /** `whole`: all of the predecessor came here; `part`: it was split, `part` says what came here. */
  extent: z.enum(['whole', 'part']),
  part: legalText.optional(),
  /** First day of the successor. */
  effectiveOn: plainDate,
  ...provenance,
  note: legalText.optional(),
});
export type SuccessionRow = z.infer<typeof successionRow>;

/** `data/units/units.csv`: territories and agencies that no template makes. */
export const parseUnits = (file: TextFile) => parseCsv(file, unitRow);
/** `data/units/unit-templates.csv`: sub-units that every territory of a tier has. */
export const parseUnitTemplates = (file: TextFile) => parseCsv(file, unitTemplateRow);
/** `data/units/successions.csv`: who came after whom. */
export const parseSuccessions = (file: TextFile) => parseCsv(file, successionRow);
