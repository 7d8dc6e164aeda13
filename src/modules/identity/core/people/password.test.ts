import { describe, expect, it } from 'vitest';
import { foldPassword, passwordFault } from './password.ts';

const owner = {
  login: 'vanthu.tanninh',
  name: 'Cao Thị Mỹ Linh',
  units: ['Văn thư phường Tân Ninh', 'Phường Tân Ninh'],
};
const known = {
  breached: new Set(['qwertyuiop12', '1q2w3e4r5t6y']),
  words: new Set(['anhyeuem', 'matkhau', 'hanoi', 'password']),
  context: ['motcua', 'dichvucong', 'Tây Ninh'],
};
const faultOf = (password: string) => passwordFault(password, owner, known);

describe('a new password', () => {
  it.each(['qwertyuiop12', 'QWERTYUIOP-12', 'Qwerty uiop 12', '1q2w3e4r5t6y'])(
    'is refused as breached, however it is written: %s',
    (password) => {
      expect(faultOf(password)).toBe('identity.password-common');
    },
  );

  it.each([
    'anhyeuem123456',
    'Anh yêu em 1990!',
    'HàNội HàNội HàNội',
    'Password2026!!',
    '2026matkhaumatkhau',
  ])('is refused where it is a common word repeated or with numbers: %s', (password) => {
    expect(faultOf(password)).toBe('identity.password-common');
  });

  it.each([
    'MotCua@2026@TanNinh',
    'phuongtanninh123',
    'Cao Thị Mỹ Linh 90',
    'dichvucong-tayninh',
    'linh.12345678.linh',
  ])('is refused where it tells only where somebody works and who they are: %s', (password) => {
    expect(faultOf(password)).toBe('identity.password-context');
  });

  it('is refused where it holds the login', () => {
    expect(faultOf('con trâu VanThu.TanNinh')).toBe('identity.password-has-login');
  });

  it.each(['con trâu già đi chợ phường', 'anh thích uống cà phê', 'k7#vQ2!xPz90', '4711-8823-0915'])(
    'is taken where a stranger could not guess it: %s',
    (password) => {
      expect(faultOf(password)).toBeUndefined();
    },
  );

  it('is compared without marks, case, spaces and signs, Đ as D', () => {
    expect(foldPassword(' Đường  Về-Nhà_9 '.normalize('NFD'))).toBe('duongvenha9');
  });
});
