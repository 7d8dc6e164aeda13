import { describe, expect, test } from 'vitest';
import { parseCitizenClaims } from './citizen-claims.ts';

const full = {
  TechID: 'T-1',
  HoVaTen: '  Nguyễn   Thị Thủy Tiên '.normalize('NFD'),
  SoDinhDanh: '072191004321',
  NgaySinh: '02/09/1991',
  GioiTinh: 'Nữ',
  SoDienThoai: '0900000001',
  ThuDienTu: '',
  DiaChi: 'Khu phố 2, phường Tân Ninh',
  LoaiTaiKhoan: '1',
};

test('the claims of the national portal in our words', () => {
  expect(parseCitizenClaims(full)).toEqual({
    techId: 'T-1',
    name: 'Nguyễn Thị Thủy Tiên'.normalize('NFC'),
    identityNumber: '072191004321',
    birthDate: '1991-09-02',
    gender: 'female',
    phone: '0900000001',
    address: 'Khu phố 2, phường Tân Ninh',
  });
});

test('without a stable key or a name there is nobody to link', () => {
  expect(parseCitizenClaims({ ...full, TechID: '' })).toBeUndefined();
  expect(parseCitizenClaims({ ...full, HoVaTen: undefined })).toBeUndefined();
  expect(parseCitizenClaims(null)).toBeUndefined();
});

test.each([
  ['SoDinhDanh', '290123456', 'identityNumber'],
  ['SoCMND', '29012345', 'papers'],
  ['HoChieu', 'không có', 'papers'],
  ['NgaySinh', '31/02/1991', 'birthDate'],
  ['NgaySinh', 'không rõ', 'birthDate'],
  ['GioiTinh', '?', 'gender'],
])('an unusable %s (%s) is dropped, not believed', (claim, value, field) => {
  expect(parseCitizenClaims({ ...full, [claim]: value })).not.toHaveProperty(field);
});

test('the old card and the passport are papers of their own; twelve digits are the identity number wherever they stand', () => {
  const { SoDinhDanh: _, ...numberless } = full;
  expect(parseCitizenClaims({ ...numberless, SoCMND: '290123456', HoChieu: ' c1234 567' })?.papers).toEqual([
    { kind: 'formerCard', number: '290123456' },
    { kind: 'passport', number: 'C1234567' },
  ]);
  expect(parseCitizenClaims({ ...numberless, SoCMND: '072191004321' })).toMatchObject({
    identityNumber: '072191004321',
  });
});

test.each(['1991-09-02', '19910902', '19910902000000'])('a birth date written %s', (text) => {
  expect(parseCitizenClaims({ ...full, NgaySinh: text })?.birthDate).toBe('1991-09-02');
});

test.each([
  ['2', 2],
  [1, 1],
  ['cao', undefined],
  [undefined, undefined],
])('an account level written %s', (loAs, assurance) => {
  expect(parseCitizenClaims({ ...full, loAs })?.assurance).toBe(assurance);
});

describe('an organisation', () => {
  const company = {
    ...full,
    LoaiTaiKhoan: '2',
    TenDoanhNghiep: 'Công ty TNHH Sông Trẹm',
    MaSoThue: '3900999001',
  };

  test.each([
    ['its tax code', {}, '3900999001'],
    ['a branch’s tax code', { MaSoThue: '3900999001-001' }, '3900999001-001'],
    ['its enterprise code', { MaSoThue: '', MaSoDoanhNghiep: '3900999002' }, '3900999002'],
    ['whatever kind of account it is called', { LoaiTaiKhoan: '1' }, '3900999001'],
  ])('is known by its name and %s', (_, claims, taxCode) => {
    expect(parseCitizenClaims({ ...company, ...claims })?.organisation).toEqual({
      name: 'Công ty TNHH Sông Trẹm',
      taxCode,
    });
  });

  test('without a number is nobody', () => {
    expect(parseCitizenClaims({ ...company, MaSoThue: '39 00' })).toBeUndefined();
  });

  test('a person’s own tax code makes none', () => {
    expect(parseCitizenClaims({ ...full, MaSoThue: '3900999001' })).not.toHaveProperty('organisation');
  });
});
