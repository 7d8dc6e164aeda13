import { describe, expect, it } from 'vitest';
import { contentDisposition, safeFileName } from './file-name.ts';

describe('safeFileName', () => {
  it.each([
    ['Giấy chứng sinh.PDF', 'pdf', 'Giấy chứng sinh.pdf'],
    ['ảnh.jpeg', 'jpg', 'ảnh.jpg'],
    ['Gia\u0302\u0301y.pdf', 'pdf', 'Giấy.pdf'],
    ['C:\\Users\\dan\\cccd.png', 'png', 'cccd.png'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['hóa đơn 12.2026', 'pdf', 'hóa đơn 12.2026.pdf'],
    ['a<b>:"c|d?*.pdf', 'pdf', 'a-b---c-d--.pdf'],
    ['\u202efdp.exe\u0000.pdf', 'pdf', 'fdp.exe.pdf'],
    ['...', 'png', 'tep.png'],
    ['', 'png', 'tep.png'],
  ])('makes %j with .%s into %j', (sent, extension, expected) => {
    expect(safeFileName(sent, extension)).toBe(expected);
  });

  it('cuts a long name and keeps its extension', () => {
    expect(safeFileName(`${'a'.repeat(400)}.pdf`, 'pdf')).toBe(`${'a'.repeat(150)}.pdf`);
  });
});

describe('contentDisposition', () => {
  it('carries the Vietnamese name and a plain one for old readers', () => {
    expect(contentDisposition('attachment', 'Đơn "mới".pdf')).toBe(
      `attachment; filename="Don _moi_.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%22m%E1%BB%9Bi%22.pdf`,
    );
  });

  it('cannot be broken by a line end', () => {
    expect(contentDisposition('inline', 'a\r\nSet-Cookie: x=1.pdf')).not.toMatch(/[\r\n]/);
  });
});
