import { existsSync } from 'node:fs';
import { doubtWords, type ImportReport } from '../../modules/catalogue/public.ts';
import { translate, translateRefusal } from '../../texts/translate.ts';
import { systemContext } from '../system-context.ts';
import type { CliCommand } from './cli-command.ts';
import { withProduct } from './with-product.ts';

export const catalogueImport: CliCommand = {
  name: 'catalogue import',
  usage: 'catalogue import [--all-or-nothing] TỆP',
  summary: 'nhập thủ tục từ tệp JSON (.json, .jsonl, .jsonl.gz, cả dạng LayThuTuc) hoặc Excel (.xlsx)',
  run: async (args) => {
    const allOrNothing = args.includes('--all-or-nothing');
    const [file, ...more] = args.filter((arg) => arg !== '--all-or-nothing');
    if (file === undefined || more.length > 0)
      throw new Error('Cách dùng: motcua catalogue import [--all-or-nothing] TỆP');
    if (!existsSync(file)) throw new Error(`Không có tệp ${file}.`);
    const started = Date.now();
    const result = await withProduct((product) =>
      product.modules.catalogue.importProcedures(systemContext(product, 'catalogue.import'), file, {
        allOrNothing,
      }),
    );
    if (!result.ok) throw new Error(translateRefusal('vi', result.refusal));
    console.log(
      [...told(result.value), `Mất ${((Date.now() - started) / 1000).toFixed(1)} giây.`].join('\n'),
    );
    return 0;
  },
};

/** The report of an import: counts, what was not believed, what stayed, and every wrong line with its reason. */
function told({ read, wrong, created, replaced, unchanged, differing, quarantined }: ImportReport): string[] {
  return [
    `Đọc ${read} dòng: thêm ${created.length}, cập nhật ${replaced.length}, giữ nguyên ${unchanged}, ` +
      `khác bản của cơ quan ${differing.length}, sai ${wrong.length}.`,
    ...quarantined.map(
      ({ doubt, facts, procedures }) =>
        `  chưa đối chiếu: ${doubtWords[doubt]}, ${facts} chỗ trong ${procedures} thủ tục`,
    ),
    ...differing.map(({ code, parts }) => `  giữ bản của cơ quan: ${code} (khác ở ${parts.join(', ')})`),
    ...wrong.map(({ sheet, row, column, header, reason, code, detail }) => {
      const place = [sheet, `dòng ${row}`, column && `cột ${column}`, header].filter(Boolean).join(', ');
      const said = [code, detail].filter(Boolean).join(', ');
      return `  ${place}: ${translate('vi', `catalogue.import.reason.${reason}`)}${said ? ` (${said})` : ''}`;
    }),
  ];
}
