import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { dayStart, parsePlainDate } from '../../kernel/plain-date.ts';
import {
  checkExport,
  type Explained,
  type Finding,
  type Notice,
  nothingExplained,
  type PublishedHead,
  parseExplained,
  type TimestampAuthority,
  type Verdict,
} from '../../modules/audit/public.ts';
import { formatDateTime } from '../../texts/format.ts';
import { translate, translateRefusal } from '../../texts/translate.ts';
import { systemContext } from '../system-context.ts';
import { anchoredAuthorities, readAnchors, timestampAuthorities } from '../timestamp-authority.ts';
import type { CliCommand } from './cli-command.ts';
import { withConfig, withProduct } from './with-product.ts';

const kept = z.array(z.object({ day: z.iso.date(), position: z.int(), hash: z.string() }));

const verifyUsage = 'audit verify [TỆP-NIÊM-PHONG] [--explained=VỊ-TRÍ,NGÀY,TỪ..ĐẾN…]';

/**
 * `motcua audit verify`: 0 when everything stands, 1 with the first row that does not, 3 when something that disproves nothing wants a
 * reason that nobody has given.
 */
export const auditVerify: CliCommand = {
  name: 'audit verify',
  usage: verifyUsage,
  summary:
    'đối chiếu toàn bộ nhật ký với dấu niêm phong; TỆP là bản lưu từ /nhat-ky-niem-phong.json; 0 khớp, 1 LỖI, 3 CHÚ Ý',
  run: async (args) => {
    const [file, ...more] = args.filter((arg) => !arg.startsWith('--'));
    const explained = readExplained(args.filter((arg) => arg.startsWith('--')));
    if (more.length > 0 || !explained) throw new Error(`Cách dùng: motcua ${verifyUsage}`);
    const published = file === undefined ? [] : await readHeads(file);
    return withProduct(async (product) => {
      const verdict = await product.modules.audit.queries.verify(product.clock(), { published, explained });
      for (const finding of verdict.findings) console.log(`LỖI  ${sentence(finding)}`);
      for (const notice of verdict.notices) console.log(`CHÚ Ý  ${noticeSentence(notice)}`);
      if (verdict.notices.length > 0) console.log(translate('vi', 'audit.verify.explain'));
      const { sealedRows, heads, lastHead = '', openRows, waitingRows, waitingDays } = verdict;
      console.log(translate('vi', 'audit.verify.sealed', { rows: sealedRows, heads, lastHead }));
      console.log(translate('vi', 'audit.verify.open', { open: openRows, waiting: waitingRows }));
      if (waitingDays.length > 0)
        console.log(translate('vi', 'audit.verify.waiting-days', { days: waitingDays.join(', ') }));
      return exitCode(verdict);
    });
  },
};

/** `motcua audit verify-export FILE`: proves an exported part without the database; 3 when no stamped head covers it yet. */
export const auditVerifyExport: CliCommand = {
  name: 'audit verify-export',
  usage: 'audit verify-export TỆP [CHỨNG-THƯ-GỐC]',
  summary:
    'đối chiếu một phần nhật ký đã xuất với dấu đi kèm; có CHỨNG-THƯ-GỐC (PEM) thì không cần cấu hình nào',
  run: async ([file, anchors, ...more]) => {
    if (file === undefined || more.length > 0 || !existsSync(file))
      throw new Error('Cách dùng: motcua audit verify-export TỆP [CHỨNG-THƯ-GỐC]');
    return anchors === undefined
      ? withConfig((config) => tellExport(file, timestampAuthorities(config)))
      : tellExport(file, anchoredAuthorities(readAnchors(anchors)));
  },
};

async function tellExport(file: string, authorities: readonly TimestampAuthority[]): Promise<number> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  const { rows, cut, provenBy, fault } = await checkExport(lines, authorities);
  if (fault) {
    console.log(`LỖI  ${translate('vi', `audit.export.${fault.kind}`, { at: fault.at })}`);
    return 1;
  }
  if (cut) console.log(translate('vi', 'audit.export.cut'));
  if (provenBy === undefined) {
    console.log(translate('vi', 'audit.export.open', { rows }));
    return 3;
  }
  console.log(translate('vi', 'audit.export.proven', { rows, day: provenBy }));
  return 0;
}

/** `motcua audit prune DAY`: forgets readings recorded before a day, never younger than a year. */
export const auditPrune: CliCommand = {
  name: 'audit prune',
  usage: 'audit prune NGÀY',
  summary:
    'xóa các dòng "đã đọc" ghi trước NGÀY (YYYY-MM-DD, ít nhất một năm trước); dấu niêm phong được giữ',
  run: async ([day = '', ...more]) => {
    const before = parsePlainDate(day);
    if (!before || more.length > 0) throw new Error('Cách dùng: motcua audit prune YYYY-MM-DD');
    return withProduct(async (product) => {
      const ctx = systemContext(product, 'audit.prune');
      const pruned = await product.modules.audit.commands.pruneReads(ctx, dayStart(before));
      if (!pruned.ok) throw new Error(translateRefusal('vi', pruned.refusal));
      console.log(translate('vi', 'audit.prune.done', { rows: pruned.value.pruned, day }));
      return 0;
    });
  },
};

/** A finding is a failure; a notice is told apart from it, so that whoever is woken knows which. */
export function exitCode({ findings, notices }: Pick<Verdict, 'findings' | 'notices'>): 0 | 1 | 3 {
  if (findings.length > 0) return 1;
  return notices.length > 0 ? 3 : 0;
}

function readExplained(options: readonly string[]): Explained | undefined {
  const [, list] = options[0]?.match(/^--explained=(.+)$/) ?? [];
  if (options.length === 0) return nothingExplained;
  return list === undefined || options.length > 1 ? undefined : parseExplained(list);
}

async function readHeads(file: string): Promise<readonly PublishedHead[]> {
  const parsed = kept.safeParse(JSON.parse(await readFile(file, 'utf8')));
  const heads = parsed.data?.flatMap(({ day, ...head }) => {
    const date = parsePlainDate(day);
    return date ? [{ ...head, day: date }] : [];
  });
  if (!heads) throw new Error(`${file} không phải bản lưu của /nhat-ky-niem-phong.json`);
  return heads;
}

function noticeSentence(notice: Notice): string {
  if (notice.kind === 'backdated') return translate('vi', 'audit.verify.backdated', { ...notice });
  if (notice.kind === 'clock-back') return translate('vi', 'audit.verify.clock-back', { ...notice });
  if (notice.kind === 'own-key') return translate('vi', 'audit.verify.own-key', { ...notice });
  const { day, stampedAt } = notice;
  return translate('vi', 'audit.verify.late-head', { day, at: formatDateTime(stampedAt) });
}

function sentence(finding: Finding): string {
  switch (finding.kind) {
    case 'row':
      return translate('vi', `audit.verify.row-${finding.fault}`, { ...finding });
    case 'inserted':
      return translate('vi', 'audit.verify.inserted', { ...finding });
    case 'block':
      return translate('vi', 'audit.verify.block', { ...finding });
    case 'unwatched':
      return translate('vi', 'audit.verify.unwatched', { ...finding });
    case 'unchained':
      return translate('vi', 'audit.verify.unchained', { ...finding });
    case 'pruning':
      return finding.fault === 'more'
        ? translate('vi', 'audit.verify.pruning-more', { ...finding })
        : translate('vi', 'audit.verify.pruning-unrecorded', { ...finding });
    case 'head':
      return translate('vi', `audit.verify.head-${finding.fault}`, { ...finding });
  }
}
