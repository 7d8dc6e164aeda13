import { z } from 'zod';
import { parseClamdAddress } from './clamd/clamd-address.ts';

/** 32 bytes in base64. */
export const key = z.string().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 32) return bytes;
  context.addIssue({ code: 'custom', message: 'cần 32 byte dạng base64; tạo bằng: openssl rand -base64 32' });
  return z.NEVER;
});

/** One or more, the current one first. */
export const keyList = z.string().transform((text, context): [Buffer, ...Buffer[]] => {
  const [first, ...others] = text.split(',').map((each) => key.safeParse(each.trim()));
  if (first?.success && others.every((each) => each.success))
    return [first.data, ...others.map(({ data }) => data)];
  const message = 'cần một hay nhiều khóa 32 byte base64, cách nhau bằng dấu phẩy, khóa đang dùng đứng đầu';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** Key ids and their keys: `id:key`, comma between. */
export const sealKeys = z.string().transform((text, context) => {
  const keys = new Map<string, Buffer>();
  for (const item of text.split(',')) {
    const colon = item.indexOf(':');
    const id = item.slice(0, Math.max(colon, 0)).trim();
    const bytes = key.safeParse(item.slice(colon + 1).trim());
    if (!/^[A-Za-z0-9-]+$/.test(id) || !bytes.success) {
      const message = 'cần dạng "mã:khóa", mỗi khóa 32 byte base64; tạo khóa bằng: openssl rand -base64 32';
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    keys.set(id, bytes.data);
  }
  return keys;
});

/** Address of a database. */
export const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/.+/, 'cần dạng postgres://tài-khoản@máy:5432/cơ-sở-dữ-liệu');

/** An address of the web. */
export const url = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^/?#]+/.test(text) && URL.canParse(text),
    'cần địa chỉ http:// hoặc https://',
  )
  .transform((text) => new URL(text));

/** Where clamd listens, or what stands in for it in a demo. */
export const clamd = z.string().transform((text, context) => {
  if (text === 'simulator' || text === 'off') return text;
  const address = parseClamdAddress(text);
  if (address !== undefined) return address;
  const message = 'cần tcp://máy:cổng hoặc unix:/đường/dẫn (bản trình diễn: simulator hoặc off)';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** A whole number within bounds. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `cần số nguyên từ ${least} đến ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `cần số nguyên từ ${least} đến ${most}`);
