const advices = [
  {
    sign: /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network/i,
    vi: 'Không tới được kho gói npm. Kiểm tra mạng hoặc proxy (npm config get registry), rồi chạy lại.',
    en: 'The npm registry cannot be reached: check the network or proxy (npm config get registry) and run again.',
  },
  {
    sign: /ENOSPC/,
    vi: 'Đĩa đầy: cần khoảng 1 GB trống trong thư mục này.',
    en: 'The disk is full: about 1 GB is needed in this folder.',
  },
  {
    sign: /EACCES|EPERM/,
    vi: 'Không có quyền ghi vào thư mục này: hãy chạy bằng tài khoản sở hữu nó, hoặc xóa node_modules rồi chạy lại.',
    en: 'No permission to write here: use the account that owns the folder, or remove node_modules and run again.',
  },
  {
    sign: /EINTEGRITY/,
    vi: 'Gói tải về không đúng dấu kiểm: chạy "npm cache clean --force" rồi chạy lại; nếu vẫn lỗi, đừng dùng kho gói đó.',
    en: 'A package does not match its checksum: run "npm cache clean --force" and again; if it persists, distrust the registry.',
  },
  {
    sign: /EUSAGE|can only install packages when/,
    vi: 'package-lock.json không khớp package.json: hãy lấy lại hai tệp này từ kho mã.',
    en: 'package-lock.json and package.json disagree: restore both from the repository.',
  },
];

/** What to do about npm's complaint, in Vietnamese and English. */
export function installAdvice(output) {
  const advice = advices.find(({ sign }) => sign.test(output));
  if (advice) return `Cài gói không thành công. ${advice.vi}\nInstallation failed. ${advice.en}`;
  return (
    'Cài gói không thành công; lý do npm nêu ở trên. Xóa node_modules rồi chạy lại: rm -rf node_modules && npm start\n' +
    'Installation failed for the reason npm gives above. Remove node_modules and run again.'
  );
}
