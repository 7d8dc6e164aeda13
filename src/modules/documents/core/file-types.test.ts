import { describe, expect, it } from 'vitest';
import { admitType } from './file-types.ts';

const office = 'application/vnd.openxmlformats-officedocument';

describe('admitType', () => {
  it.each([
    ['giấy tờ.pdf', 'application/pdf'],
    ['ảnh.JPG', 'image/jpeg'],
    ['anh.jpeg', 'image/jpeg'],
    ['IMG_0001', 'image/jpeg'],
    ['don.docx', `${office}.wordprocessingml.document`],
    ['bang.xlsx', `${office}.spreadsheetml.sheet`],
    ['anh.png', 'image/jpeg'],
  ])('lets %s with content %s in', (name, found) => {
    expect(admitType(name, found)).toMatchObject({ ok: true, value: { mediaType: found } });
  });

  it.each([
    ['anh.heic', 'image/heic', 'documents.heic'],
    ['giay.pdf', 'application/x-msdownload', 'documents.type-not-allowed'],
    ['giay.pdf', undefined, 'documents.type-not-allowed'],
    ['don.docx', 'application/vnd.ms-word.document.macroenabled.12', 'documents.type-not-allowed'],
    ['trang.html', 'text/html', 'documents.type-not-allowed'],
    ['giay.pdf', 'image/jpeg', 'documents.mislabelled'],
    ['anh.jpg', 'application/pdf', 'documents.mislabelled'],
    ['cai-dat.exe', 'application/pdf', 'documents.mislabelled'],
  ])('refuses %s with content %s as %s, naming the file', (name, found, type) => {
    expect(admitType(name, found)).toMatchObject({ ok: false, refusal: { type, params: { name } } });
  });
});
