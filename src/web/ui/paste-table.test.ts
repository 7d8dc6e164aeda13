import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PastedTable, pastedTable } from './paste-table.ts';

/** What Word puts on the clipboard for a table of a decision's annex, shortened to what its HTML is made of. */
const fromWord = `Version:1.0
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- /* Style Definitions */
table.MsoNormalTable {mso-style-name:"Table Normal";} td {content:"<td>";} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <thead><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=40 valign=top style='width:30.0pt;font-family:"Times New Roman",serif'>
  <p class=MsoNormal align=center><b><span style='font-size:13.0pt'>TT<o:p></o:p></span></b></p></td>
  <td width=200><p class=MsoNormal><b>N&#7897;i dung
  công vi&#7879;c</b></p></td>
  <td><p class=MsoNormal><b>Ng&#432;&#7901;i th&#7921;c hi&#7879;n</b></p></td>
  <td><p class=MsoNormal><b>Th&#7901;i gian<br>(gi&#7901;)</b></p></td>
 </tr></thead>
 <tr style='mso-yfti-irow:1'>
  <td><p class=MsoListParagraph style='mso-list:l0 level1'><![if !supportLists]><span style='mso-list:Ignore'>1<span
  style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]><o:p>&nbsp;</o:p></p></td>
  <td><p class=MsoNormal>Ti&#7871;p nh&#7853;n h&#7891; s&#417;:</p><p class=MsoNormal>- Ki&#7875;m tra;<br
  clear=all>- Chuy&#7875;n <del cite="mailto:x">trong ng&agrave;y</del><ins>ngay</ins>.<span
  style='mso-hide:all'>&#7849;n</span></p></td>
  <td rowspan=2><p>C&ocirc;ng ch&#7913;c M&#7897;t c&#7917;a</p></td>
  <td><p>&frac12; ng&agrave;y</p></td>
 </tr>
 <tr style='mso-yfti-irow:2'>
  <td><p>2</p></td><td><p>Nh&#7853;p h&#7879; th&#7889;ng &amp; in</p></td><td><p>04</p></td>
 </tr>
 <tr style='mso-yfti-irow:3;mso-yfti-lastrow:yes'>
  <td colspan=3><p><b>T&#7893;ng c&#7897;ng</b></p></td><td><p>08</p></td>
 </tr>
</table><!--EndFragment--></body></html>`;

/** What Excel puts there: styles in a comment, spans, and a hidden last row of column widths. */
const fromExcel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15">
<style>
<!--table {mso-displayed-decimal-separator:"\\,";}
.xl65 {white-space:normal;} -->
</style></head><body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=384>
<!--StartFragment-->
 <col width=64 style='width:48pt'><col width=128 style='mso-width-source:userset'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 width=64 style='height:15.0pt'>STT</td><td class=xl65>Trình tự</td>
  <td class=xl65>Thời gian</td>
 </tr>
 <tr height=20><td height=20 align=right x:num>1</td><td>Thẩm định<br>
    hồ sơ</td><td x:str>02 ngày làm việc</td></tr>
 <tr height=20><td height=20></td><td></td><td></td></tr>
<!--EndFragment-->
 <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64>width</td><td></td></tr><![endif]>
</table></body></html>`;

describe('a table on the clipboard', () => {
  it('is read from Word: paragraphs, breaks, lists, tracked changes, merged cells', () => {
    expect(textsOf(pastedTable({ html: fromWord }))).toEqual([
      ['TT', 'Nội dung công việc', 'Người thực hiện', 'Thời gian\n(giờ)'],
      ['1', 'Tiếp nhận hồ sơ:\n- Kiểm tra;\n- Chuyển ngay.', 'Công chức Một cửa', '½ ngày'],
      ['2', 'Nhập hệ thống & in', 'Công chức Một cửa', '04'],
      ['Tổng cộng', 'Tổng cộng', 'Tổng cộng', '08'],
    ]);
  });

  it('says which cells repeat a merged one', () => {
    const table = pastedTable({ html: fromWord });
    expect(table?.[2]?.[2]).toEqual({ text: 'Công chức Một cửa', merged: 'down' });
    expect(table?.[3]?.map(({ merged }) => merged)).toEqual([undefined, 'across', 'across', undefined]);
  });

  it('is read from Excel, without its hidden row of widths and its empty rows', () => {
    expect(textsOf(pastedTable({ html: fromExcel, text: 'nothing\tof\tthis' }))).toEqual([
      ['STT', 'Trình tự', 'Thời gian'],
      ['1', 'Thẩm định\nhồ sơ', '02 ngày làm việc'],
    ]);
  });

  it('is read from text with tabs, quoted where a cell has breaks', () => {
    const text = 'TT\tNội dung\r\n1\t"Kiểm tra\nhồ sơ ""gốc"""\r\n2\tmặt 5" rộng\r\n';
    expect(textsOf(pastedTable({ html: '<p>không có bảng</p>', text }))).toEqual([
      ['TT', 'Nội dung'],
      ['1', 'Kiểm tra\nhồ sơ "gốc"'],
      ['2', 'mặt 5" rộng'],
    ]);
  });

  it('is the largest of several; one inside a cell is that cell’s text', () => {
    const html = `<table><tr><td>nhỏ</td></tr></table>
      <table><tr><td>a<table><tr><td>x</td><td>y</td></tr></table></td><td>b</td></tr><tr><td>c<td>d</table>`;
    expect(textsOf(pastedTable({ html }))).toEqual([
      ['a\nx\ny', 'b'],
      ['c', 'd'],
    ]);
  });

  it('is absent where there is none', () => {
    expect(pastedTable({ html: '<p>một câu</p>', text: 'một câu' })).toBeUndefined();
    expect(pastedTable({})).toBeUndefined();
  });

  it('is composed Unicode and knows no entity that is not one', () => {
    const html = `<table><tr><td>${'Quyết định'.normalize('NFD')}</td><td>&constructor; &#0;</td></tr></table>`;
    expect(textsOf(pastedTable({ html }))).toEqual([['Quyết định', '&constructor; &#0;']]);
  });

  it('is even and ends, whatever was copied', () => {
    const tag = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td rowspan=3>',
      '<td colspan=2>',
      '</td>',
      '</tr>',
      '</table>',
    );
    const junk = fc.oneof(
      tag,
      fc.string(),
      fc.constantFrom('<!--', '<![if x]>', '<p style="', "<b '", '&amp'),
    );
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 40 }), fc.string(), (parts, text) => {
        const table = pastedTable({ html: parts.join(''), text });
        expect(new Set(table?.map((row) => row.length) ?? [1]).size).toBe(1);
      }),
    );
  });
});

function textsOf(table: PastedTable | undefined): string[][] | undefined {
  return table?.map((row) => row.map(({ text }) => text));
}
