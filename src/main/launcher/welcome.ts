import { demoPassword } from '../demo-password.ts';
import type { DemoAccount } from '../seed-demo.ts';

/** What `npm start` prints when everything answers: the address first, then one account per role. */
export function welcome(baseUrl: URL, accounts: readonly DemoAccount[], logFile: string): string {
  const width = Math.max(0, ...accounts.map(({ login }) => login.length));
  const lines = accounts.map(({ login, name, title }) => `    ${login.padEnd(width)}  ${name}, ${title}`);
  const office = new URL('/can-bo/dang-nhap', baseUrl).href;
  return `
  Một Cửa đã sẵn sàng: ${baseUrl.href}
  Cán bộ đăng nhập tại: ${office}

  Tài khoản trình diễn, mật khẩu chung ${demoPassword}
${lines.join('\n')}
  Lãnh đạo, văn thư và quản trị cần thêm mã xác thực: ${new URL('/mo-phong/dien-thoai', baseUrl).href}

  Nhật ký: ${logFile}
  Dừng: Ctrl-C`;
}
