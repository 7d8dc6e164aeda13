import type { PostalItemRow } from '../store/postal-items.ts';

/** How the result is handed over, as the receipt prints it. */
export function returnWords(post: readonly PostalItemRow[], returnUnit: string): string {
  const out = post.find(({ direction }) => direction === 'out');
  if (!out) return `Nhận trực tiếp tại ${returnUnit}`;
  return `Qua dịch vụ bưu chính công ích, giao ${out.recipient}, điện thoại ${out.phone}, ${out.address}`;
}

/** What an online receipt says of a result sent home. */
export function sentByPost(post: readonly PostalItemRow[]): readonly string[] {
  return post.some(({ direction }) => direction === 'out')
    ? [`Hình thức nhận kết quả: ${returnWords(post, '')}.`]
    : [];
}

/** The other procedures that the dossier carries, and who takes part. */
export function partNotes(
  parts: readonly { readonly name: string; readonly agency: string | null }[],
): readonly string[] {
  if (parts.length === 0) return [];
  const named = parts.map(({ name, agency }) => (agency === null ? name : `${name} (${agency})`));
  return [`Hồ sơ này giải quyết liên thông: ${named.join('; ')}.`];
}

/** Papers that came by post, or are to come. */
export function postNotes(post: readonly PostalItemRow[]): readonly string[] {
  const papers = post.find(({ direction }) => direction === 'in');
  if (!papers) return [];
  return papers.tracking_number === null
    ? ['Bản giấy được người nộp gửi đến nơi tiếp nhận qua dịch vụ bưu chính công ích.']
    : [`Bản giấy đến qua dịch vụ bưu chính công ích, số bưu gửi ${papers.tracking_number}.`];
}
