import { cleanText } from './clean-text.ts';

/**
 * What the heading above a group of papers is. `general`: nothing or a mere title. `case`: a variant of the
 * procedure. `condition`: when these papers are asked for. `doubtful`: neither can be told (practice 20–21).
 */
export interface Heading {
  readonly kind: 'general' | 'case' | 'condition' | 'doubtful';
  /** The heading without bullets, numbers and colon; empty for `general`. */
  readonly text: string;
  readonly mode?: 'submit' | 'present';
  /** A paper that was glued in front of the heading by the source: `…1 bản chính,1 bản saob) Đối với …`. */
  readonly gluedPaper?: string;
}

const glued = /^(?<paper>.+?)\s*\d+ bản chính(?:,\s*\d+ bản sao)?(?<rest>\p{L}\).*)$/su;
const ornament = /^(?:[\s*•+–-]+|\(?\d+(?:\.\d+)*[.)]\s*|\(?[a-zđ]\)\s*)+/iu;
const title =
  /^(?:thành phần(?: hồ sơ)?|hồ sơ|bao gồm|gồm|(?:thành phần )?hồ sơ (?:bao )?gồm(?: có)?|số lượng hồ sơ)$/iu;
const byProxy = /(?:ủy|uỷ) quyền/iu;
const byMeans =
  /môi trường điện tử|trực tuyến|tài khoản định danh|kết nối giữa|khai thác(?: được|, sử dụng được) thông tin/iu;
const variant = /^(?:đối với|trường hợp|cấp mới|cấp lại|cấp đổi|gia hạn|điều chỉnh)(?![\p{L}])/iu;
/** Longer than this a "case" is a paragraph of law, not something to choose. */
const longestCase = 600;

/** Reads the text the source puts where a case's name would stand. */
export function readHeading(raw: string): Heading {
  const split = glued.exec(cleanText(raw));
  if (split?.groups)
    return { ...readHeading(split.groups.rest ?? ''), gluedPaper: cleanText(split.groups.paper ?? '') };
  const text = cleanText(raw)
    .replace(ornament, '')
    .replace(/[\s:.;,]+$/u, '')
    .replace(/,?\s*(?:(?:thành phần )?hồ sơ )?(?:bao )?gồm(?: có)?$/iu, '');
  return classify(text);
}

function classify(text: string): Heading {
  if (text === '' || title.test(text)) return { kind: 'general', text: '' };
  if (text.length <= 120) {
    if (/xuất trình/iu.test(text)) return { kind: 'general', text: '', mode: 'present' };
    if (/phải nộp/iu.test(text)) return { kind: 'general', text: '', mode: 'submit' };
  }
  if (/^lưu ý/iu.test(text)) return { kind: 'doubtful', text };
  if (byProxy.test(text) || (byMeans.test(text) && /trường hợp/iu.test(text)))
    return { kind: 'condition', text };
  if (variant.test(text) && text.length <= longestCase) return { kind: 'case', text };
  return { kind: 'doubtful', text };
}
