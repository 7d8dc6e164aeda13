import { z } from 'zod';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { searchText } from '../../../../kernel/search-text.ts';
import type { Channel } from '../content.ts';
import { type ProcedureRecord, procedureCode } from '../procedure-record.ts';
import { levelWords } from '../sheets/words.ts';
import { cleanText, someText } from './clean-text.ts';
import type { SourceRecord } from './source-record.ts';
import { toProcedureRecord } from './to-procedure-record.ts';

/** The national services write most scalars as texts; some versions as numbers or null. */
const words = z
  .union([z.string().max(20_000), z.number(), z.null()])
  .transform((value) => (value === null ? '' : String(value)))
  .default('');

function list<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

/** Numbers of the channels in KENH: 1 directly, 2 online, 3 by public post. */
export const channelNumbers: Readonly<Record<Channel, string>> = { counter: '1', online: '2', post: '3' };

/** One procedure as the national service LayThuTuc gives it; keys not listed are passed over. */
export const layThuTuc = z.object({
  MATTHC: procedureCode,
  TENTTHC: words.refine((name) => name.trim() !== '', 'is empty'),
  LINHVUCTHUCHIEN: list(z.object({ MALINHVUC: words, TENLINHVUC: words })),
  CAPTHUCHIEN: list(z.object({ CAPTHUCHIEN: words })),
  MACOQUANCONGBO: words,
  IDQUYETDINHCONGBO: words,
  TRINHTUTHUCHIEN: list(z.object({ TRUONGHOP: words, TRINHTU: list(z.object({ TENTRINHTU: words })) })),
  CACHTHUCTHUCHIEN: list(
    z.object({
      KENH: words,
      THOIGIAN: list(
        z.object({
          THOIGIANGIAIQUYET: words,
          DONVITINH: words,
          MOTA: words,
          PHILEPHI: list(z.object({ SOTIEN: words, DONVI: words, MOTA: words })),
        }),
      ),
    }),
  ),
  THANHPHANHOSO: list(
    z.object({
      TRUONGHOP: words,
      GIAYTO: list(
        z.object({
          MAGIAYTO: words,
          TENGIAYTO: words,
          SOBANCHINH: words,
          SOBANSAO: words,
          TENMAUDON: words,
          URL: words,
        }),
      ),
    }),
  ),
  DOITUONGTHUCHIEN: list(z.object({ TENDOITUONG: words })),
  MOTADOITUONGTHUCHIEN: words,
  COQUANTHUCHIEN: list(z.object({ TENDONVI: words })),
  COQUANPHOIHOP: list(z.object({ TENDONVI: words })),
  KETQUATHUCHIEN: list(z.object({ MAKETQUA: words, TENKETQUA: words })),
  CANCUPHAPLY: list(z.object({ SOVANBAN: words, TENVANBAN: words })),
  YEUCAU: words,
  TUKHOA: words,
});
export type LayThuTuc = z.infer<typeof layThuTuc>;

type SourceChannel = SourceRecord['channels'][number];
const channelNames: Readonly<Record<string, SourceChannel['channel']>> = {
  '1': 'Trực tiếp',
  '2': 'Trực tuyến',
  '3': 'Dịch vụ bưu chính',
};
const levelNames = {
  ministry: 'Cấp bộ',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
  other: 'Cơ quan khác',
} as const;

/** A procedure of LayThuTuc as a version of ours: read like the public pages, with its steps and conditions. */
export function fromLayThuTuc(given: LayThuTuc, validFrom: PlainDate): ProcedureRecord {
  const record = toProcedureRecord(toSource(given), validFrom);
  const legalBases = given.CANCUPHAPLY.flatMap(({ SOVANBAN, TENVANBAN }) => {
    const number = someText(SOVANBAN);
    const name = someText(TENVANBAN);
    return number === undefined ? [] : [{ number, ...(name && { name }) }];
  });
  return {
    ...record,
    content: {
      ...record.content,
      legalBases,
      steps: given.TRINHTUTHUCHIEN.flatMap(({ TRINHTU }) =>
        TRINHTU.flatMap(({ TENTRINHTU }) => {
          const name = someText(TENTRINHTU);
          return name === undefined ? [] : [{ name }];
        }),
      ),
      requirements: given.YEUCAU.split(/\r?\n/).map(cleanText).filter(Boolean),
      keywords: given.TUKHOA.split(';').map(cleanText).filter(Boolean),
    },
  };
}

function toSource(given: LayThuTuc): SourceRecord {
  return {
    code: given.MATTHC,
    name: given.TENTTHC,
    ministry: given.MACOQUANCONGBO,
    sector:
      given.LINHVUCTHUCHIEN.map(({ TENLINHVUC }) => TENLINHVUC).find((name) => name.trim()) ??
      'Chưa rõ lĩnh vực',
    levels: levelsOf(given),
    kind: '',
    decisionNo: given.IDQUYETDINHCONGBO,
    applicants:
      given.DOITUONGTHUCHIEN.length > 0
        ? given.DOITUONGTHUCHIEN.map(({ TENDOITUONG }) => TENDOITUONG)
        : given.MOTADOITUONGTHUCHIEN.split(';'),
    implementingAgency: given.COQUANTHUCHIEN.map(({ TENDONVI }) => TENDONVI).join('; '),
    competentAgency: '',
    coordinatingAgency: given.COQUANPHOIHOP.map(({ TENDONVI }) => TENDONVI).join('; '),
    channels: given.CACHTHUCTHUCHIEN.flatMap(channelEntries),
    componentGroups: given.THANHPHANHOSO.map(({ TRUONGHOP, GIAYTO }) => ({
      case: TRUONGHOP,
      items: GIAYTO.map((paper) => ({
        name: paper.TENGIAYTO,
        formFile: paper.URL || paper.TENMAUDON,
        originals: countOf(paper.SOBANCHINH),
        copies: countOf(paper.SOBANSAO),
      })),
    })),
    results: given.KETQUATHUCHIEN.map(({ MAKETQUA, TENKETQUA }) => ({ name: TENKETQUA, code: MAKETQUA })),
    legalBasisNumbers: [],
    everyday: false,
  };
}

function levelsOf({ CAPTHUCHIEN }: LayThuTuc): SourceRecord['levels'] {
  const known = CAPTHUCHIEN.flatMap(({ CAPTHUCHIEN: said }) =>
    Object.entries(levelWords).flatMap(([level, word]) =>
      searchText(word) === searchText(said) ? [levelNames[level as keyof typeof levelNames]] : [],
    ),
  );
  return known.length > 0 ? known : ['Cơ quan khác'];
}

function channelEntries({ KENH, THOIGIAN }: LayThuTuc['CACHTHUCTHUCHIEN'][number]): SourceChannel[] {
  const channel = channelNames[KENH.trim()];
  if (channel === undefined) return [];
  return (THOIGIAN.length > 0 ? THOIGIAN : [undefined]).flatMap((time) => {
    const fees = time?.PHILEPHI ?? [];
    return (fees.length > 0 ? fees : [undefined]).map((fee) => ({
      channel,
      timeText: time ? cleanText(`${time.THOIGIANGIAIQUYET} ${time.DONVITINH}`) : '',
      timeValue: amountOf(time?.THOIGIANGIAIQUYET),
      timeUnit: time?.DONVITINH ?? '',
      feeText: fee?.MOTA || (fee?.SOTIEN === '0' ? 'Miễn phí' : ''),
      feeAmount: amountOf(fee?.SOTIEN),
      feeCurrency: /^(đồng|vnd|vnđ|đ)$/iu.test(fee?.DONVI.trim() ?? '') ? 'VND' : (fee?.DONVI ?? ''),
    }));
  });
}

function amountOf(text: string | undefined): number | null {
  const bare = (text ?? '').trim();
  return bare === '' || Number.isNaN(Number(bare)) ? null : Number(bare);
}

/** A count that is no number is none: the paper is then listed without one, and doubted. */
function countOf(text: string): number {
  const count = Number(text.trim() || 0);
  return Number.isInteger(count) && count >= 0 && count <= 1_000_000 ? count : 0;
}
