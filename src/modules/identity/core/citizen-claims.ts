import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts';

/** A paper besides the identity number: the old card of nine digits, or a passport. */
export interface IdentityPaper {
  readonly kind: 'formerCard' | 'passport';
  readonly number: string;
}

/** By which of somebody's numbers a record is found. */
export type NumberKind = 'identityNumber' | IdentityPaper['kind'];

/** What the national identity provider says about somebody, in our words. Personal data. */
export interface CitizenClaims {
  /** Claim TechID: the stable key of the account at the provider. */
  readonly techId: string;
  readonly name: string;
  /** Claim SoDinhDanh: twelve digits. */
  readonly identityNumber?: string;
  /** Claims SoCMND and HoChieu: who has no identity number, or had another paper before. */
  readonly papers?: readonly IdentityPaper[];
  readonly birthDate?: PlainDate;
  readonly gender?: 'male' | 'female';
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  /** Claim loAs: how surely the provider knows who it is; VNeID's accounts have level 1 or 2. */
  readonly assurance?: number;
  /** Whose account it is, when it is not the person's own: the person then represents it. */
  readonly organisation?: { readonly name: string; readonly taxCode: string };
}

const optionalText = z
  .string()
  .transform((text) => text.normalize('NFC').trim() || undefined)
  .nullish();

/** Names as the national portal sends them; unknown claims are ignored, unusable optional ones dropped. */
const wire = z.object({
  TechID: z.string().trim().min(1).max(200),
  HoVaTen: z.string().trim().min(1).max(200),
  SoDinhDanh: optionalText,
  SoCMND: optionalText,
  HoChieu: optionalText,
  NgaySinh: optionalText,
  GioiTinh: optionalText,
  SoDienThoai: optionalText,
  ThuDienTu: optionalText,
  DiaChi: optionalText,
  MaSoThue: optionalText,
  MaSoDoanhNghiep: optionalText,
  TenDoanhNghiep: optionalText,
  loAs: z.union([z.string(), z.number()]).nullish(),
});

/**
 * Parses the provider's claims; undefined when the stable key or the name is missing, or an organisation's number. What
 * LoaiTaiKhoan says differs between systems (1 is a citizen in one, a business in another): the name of an organisation
 * decides.
 */
export function parseCitizenClaims(claims: unknown): CitizenClaims | undefined {
  const parsed = wire.safeParse(claims);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const taxCode = [data.MaSoThue, data.MaSoDoanhNghiep].find((code) => code && taxCodeForm.test(code));
  if (data.TenDoanhNghiep && !taxCode) return undefined;
  // Accounts older than the card with a chip carry the twelve digits where the nine stood.
  const identityNumber = [data.SoDinhDanh, data.SoCMND].find((code) => code && /^\d{12}$/.test(code));
  const papers = papersIn(data.SoCMND, data.HoChieu);
  const birthDate = data.NgaySinh ? parseDate(data.NgaySinh) : undefined;
  const gender = data.GioiTinh ? genders.get(data.GioiTinh.toLowerCase()) : undefined;
  const assurance = /^\d$/.test(String(data.loAs)) ? Number(data.loAs) : undefined;
  return {
    techId: data.TechID,
    name: data.HoVaTen.normalize('NFC').replace(/\s+/g, ' '),
    ...(identityNumber && { identityNumber }),
    ...(papers.length > 0 && { papers }),
    ...(birthDate && { birthDate }),
    ...(gender && { gender }),
    ...(data.SoDienThoai && { phone: data.SoDienThoai }),
    ...(data.ThuDienTu && { email: data.ThuDienTu }),
    ...(data.DiaChi && { address: data.DiaChi }),
    ...(assurance !== undefined && { assurance }),
    ...(data.TenDoanhNghiep && taxCode && { organisation: { name: data.TenDoanhNghiep, taxCode } }),
  };
}

function papersIn(card: string | null | undefined, passport: string | null | undefined): IdentityPaper[] {
  const papers: IdentityPaper[] = [];
  if (card && /^\d{9}$/.test(card)) papers.push({ kind: 'formerCard', number: card });
  const written = passport?.replace(/\s/g, '').toUpperCase();
  if (written && /^[A-Z0-9]{6,12}$/.test(written)) papers.push({ kind: 'passport', number: written });
  return papers;
}

/** Ten digits, a branch's three behind a dash, or twelve: a household business files under its owner's number. */
const taxCodeForm = /^\d{10}(-\d{3})?$|^\d{12}$/;

const genders = new Map<string, 'male' | 'female'>([
  ['nam', 'male'],
  ['nữ', 'female'],
]);

/** `dd/MM/yyyy`, `yyyyMMdd` (with or without time) or ISO. */
function parseDate(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  if (year) return parsePlainDate(`${year}-${month}-${day}`);
  const [, y, m, d] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text) ?? [];
  return parsePlainDate(`${y}-${m}-${d}`);
}
