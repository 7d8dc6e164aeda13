import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts';

/** What the national identity provider says about somebody, in our words. Personal data. */
export interface CitizenClaims {
  /** Claim TechID: the stable key of the account at the provider. */
  readonly techId: string;
  readonly name: string;
  /** Claim SoDinhDanh: twelve digits. */
  readonly identityNumber?: string;
  readonly birthDate?: PlainDate;
  readonly gender?: 'male' | 'female';
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  /** Claim loAs: how surely the provider knows who it is; VNeID's accounts have level 1 or 2. */
  readonly assurance?: number;
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
  NgaySinh: optionalText,
  GioiTinh: optionalText,
  SoDienThoai: optionalText,
  ThuDienTu: optionalText,
  DiaChi: optionalText,
  loAs: z.union([z.string(), z.number()]).nullish(),
});

/** Parses the provider's claims; undefined when the stable key or the name is missing. */
export function parseCitizenClaims(claims: unknown): CitizenClaims | undefined {
  const parsed = wire.safeParse(claims);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const identityNumber = data.SoDinhDanh && /^\d{12}$/.test(data.SoDinhDanh) ? data.SoDinhDanh : undefined;
  const birthDate = data.NgaySinh ? parseDate(data.NgaySinh) : undefined;
  const gender = data.GioiTinh ? genders.get(data.GioiTinh.toLowerCase()) : undefined;
  const assurance = /^\d$/.test(String(data.loAs)) ? Number(data.loAs) : undefined;
  return {
    techId: data.TechID,
    name: data.HoVaTen.normalize('NFC').replace(/\s+/g, ' '),
    ...(identityNumber && { identityNumber }),
    ...(birthDate && { birthDate }),
    ...(gender && { gender }),
    ...(data.SoDienThoai && { phone: data.SoDienThoai }),
    ...(data.ThuDienTu && { email: data.ThuDienTu }),
    ...(data.DiaChi && { address: data.DiaChi }),
    ...(assurance !== undefined && { assurance }),
  };
}

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
