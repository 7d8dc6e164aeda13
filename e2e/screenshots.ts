import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import {
  continueTo,
  type Filing,
  fillChildren,
  fillRequester,
  handInBirthRegistration,
  startBirthRegistration,
} from './support/birth-registration.ts';
import { accept, officers, openFromQueue } from './support/counter.ts';
import type { SampleFile } from './support/file-samples.ts';
import { signInAsCitizen, signInAsOfficer } from './support/sign-in.ts';

/**
 * Takes the pictures of the README, by hand: `node e2e/screenshots.ts http://localhost:8080` against a product with
 * fresh demo data (`npm run demo:reset`, `npm start`). Hands in four dossiers on its way.
 */
const folder = 'docs/images';
const [address = 'http://localhost:8080'] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM_PATH;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  await takePublicPages(browser);
  const code = await takeCitizenPages(browser);
  await takeOfficePages(browser, code);
} finally {
  await browser.close();
}

async function takePublicPages(at: Browser): Promise<void> {
  await as(at, async (page) => {
    await page.goto('/');
    await take(page, 'home');
    await page.goto('/thu-tuc/1.001193?hoi-chung-sinh=co&hoi-hoan-canh=binh-thuong&hoi-uy-quyen=khong');
    await take(page, 'procedure');
    await takeOnPhone(page, 'procedure-phone');
  });
}

/** The mother's form and, once accepted, her dossier; returns the code of another one that still waits. */
async function takeCitizenPages(at: Browser): Promise<string> {
  const paper = await birthNotification();
  let waiting = '';
  for (const name of ['Trần Ngọc Anh Thư', 'Bùi Khánh Linh', 'Nguyễn Thị Bé Ba'])
    await as(at, async (page) => {
      await signInAsCitizen(page, name);
      waiting = await handInBirthRegistration(page, paper);
    });
  await as(at, async (page) => {
    await signInAsCitizen(page, 'Phan Thị Mỹ Duyên');
    const code = await handInBirthRegistration(page, paper);
    await page.getByRole('link', { name: 'Theo dõi hồ sơ này' }).click();
    const dossier = page.url();
    await as(at, async (desk) => {
      await signInAsOfficer(desk, officers.counter.login);
      await openFromQueue(desk, 'cho-tiep-nhan', code);
      await accept(desk);
    });
    const filing: Filing = { page, scripted: true };
    await startBirthRegistration(filing);
    await fillRequester(filing);
    await continueTo(page, 'Người được khai sinh');
    await fillChildren(filing, ['Trương Phan Gia Hân', 'Trương Phan Gia Bảo']);
    await page.getByText(/Đã lưu lúc/).waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await take(page, 'form');
    await page.goto(dossier);
    await take(page, 'dossier-citizen');
    await takeOnPhone(page, 'dossier-citizen-phone');
  });
  return waiting;
}

async function takeOfficePages(at: Browser, code: string): Promise<void> {
  await as(at, async (desk) => {
    await signInAsOfficer(desk, officers.counter.login, '/can-bo/hang-doi/cho-tiep-nhan');
    await take(desk, 'office-queue');
    await openFromQueue(desk, 'cho-tiep-nhan', code);
    await take(desk, 'office-dossier');
  });
}

/** Somebody with a browser of their own. */
async function as(at: Browser, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await at.newContext({
    baseURL: address,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1440, height: 900 },
  });
  await act(await context.newPage());
  await context.close();
}

async function takeOnPhone(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await take(page, name);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(join(folder, `${name}.png`));
}

/** A birth notification as a photo, clearly fictional. */
async function birthNotification(): Promise<SampleFile> {
  const lines = [
    'Mẹ: (nhân vật hư cấu)',
    'Sinh lúc: 6 giờ 40, ngày 05/11/2026',
    'Tại: Bệnh viện Đa khoa Tây Ninh',
    'Giới tính: Nữ    Cân nặng: 3.100 g',
  ];
  const text = lines.map((line, index) => `<text x="90" y="${330 + index * 70}">${line}</text>`).join('');
  const paper = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1100" font-family="sans-serif" font-size="30">
    <rect width="900" height="1100" fill="#fbf8ef"/><rect x="40" y="40" width="820" height="1020" fill="none" stroke="#8a7a55"/>
    <text x="450" y="130" text-anchor="middle" font-size="26">BỆNH VIỆN ĐA KHOA TÂY NINH</text>
    <text x="450" y="230" text-anchor="middle" font-size="46" font-weight="bold">GIẤY CHỨNG SINH</text>${text}
    <text x="450" y="980" text-anchor="middle" fill="#8a7a55">Mẫu trình diễn, không có giá trị pháp lý</text></svg>`;
  const buffer = await sharp(Buffer.from(paper)).jpeg().toBuffer();
  return { name: 'giay-chung-sinh.jpg', mimeType: 'image/jpeg', buffer };
}
