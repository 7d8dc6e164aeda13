import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { loadReferenceData } from './reference-data/load-reference-data.ts';
import { toProcedureRecord } from './reference-data/procedure-records.ts';
import { createServer } from './server.ts';
import { systemContext } from './system-context.ts';

import { useSeededProduct } from './testing/seeded-product.ts';
import { aServedApp, aServerConfig, builtWeb } from './testing/served-app.ts';

const data = await loadReferenceData('data');
const birth = '1.001193';

describe('pages of the guide', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let server: Awaited<ReturnType<typeof createServer>>;
  let now = new Date('2026-11-23T09:00:00+07:00');

  beforeAll(async () => {
    server = await createServer({
      config: aServerConfig(),
      app: aServedApp({ clock: () => now, modules: world.product.modules }),
      web: await builtWeb(),
    });
    const file = data.procedures.find(({ code }) => code === birth);
    if (!file) throw new Error('no birth registration');
    const record = toProcedureRecord(file, data);
    const changed = {
      ...record,
      validFrom: '2026-12-01',
      content: { ...record.content, requirements: ['Điều kiện mới từ tháng 12'] },
    };
    must(
      await world.product.modules.catalogue.loadProcedures(systemContext(world.product, 'seed'), {
        procedures: [changed],
      }),
    );
  }, 120_000);

  const open = async (url: string, on = '2026-11-23') => {
    now = new Date(`${on}T09:00:00+07:00`);
    const { statusCode, body } = await server.inject({ url });
    return { status: statusCode, body };
  };

  it('answer as the law stood on the day of the address, and say so', async () => {
    const today = await open(`/thu-tuc/${birth}`);
    expect(today.body).not.toContain('Điều kiện mới');
    expect(today.body).not.toContain('mc-notice');
    const ahead = await open(`/thu-tuc/${birth}?ngay=2026-12-05`);
    expect(ahead.body).toContain('Bản chưa có hiệu lực: áp dụng từ 01/12/2026');
    expect(ahead.body).toContain('Điều kiện mới từ tháng 12');
    expect(ahead.body).not.toContain(`/nop/${birth}`);
    const still = await open(`/thu-tuc/${birth}?ngay=2025-08-01`);
    expect(still.body).toContain('có hiệu lực từ 01/07/2025 đến hết 30/11/2026 và hôm nay vẫn áp dụng');
  });

  it('change by themselves at midnight of the first day; the old version stays readable', async () => {
    const after = await open(`/thu-tuc/${birth}`, '2026-12-01');
    expect(after.body).toContain('Điều kiện mới từ tháng 12');
    expect(after.body).not.toContain('mc-notice');
    const old = await open(`/thu-tuc/${birth}/phien-ban/1`, '2026-12-01');
    expect(old.body).toContain('Bản cũ: có hiệu lực từ 01/07/2025 đến hết 30/11/2026');
    expect(old.body).not.toContain('Điều kiện mới');
    const backThen = await open(`/thu-tuc/${birth}?ngay=2026-11-30`, '2026-12-01');
    expect(backThen.body).toContain('Bản cũ: có hiệu lực');
  });

  it('keep the day in every link that shows the same version', async () => {
    const { body } = await open(`/thu-tuc/${birth}/phien-ban/2?hoi-chung-sinh=co`);
    const own = [...body.matchAll(/href="(\/thu-tuc\/1\.001193\?[^"]*|\/thu-tuc\/1\.001193\/in[^"]*)"/g)];
    expect(own.length).toBeGreaterThan(4);
    for (const [, address] of own) expect(address).toContain('ngay=2026-12-01');
    expect(body).toContain('<input type="hidden" name="ngay" value="2026-12-01"/>');
  });

  it('list what was in force on a day, with links that answer as on that day', async () => {
    const { body } = await open('/thu-tuc?q=khai%20sinh&ngay=2026-12-05');
    expect(body).toContain('Danh mục như ngày 05/12/2026');
    expect(body).toContain(`href="/thu-tuc/${birth}?ngay=2026-12-05"`);
    expect(body).toContain('<input type="hidden" name="ngay" value="2026-12-05"/>');
    expect((await open('/thu-tuc?ngay=2020-01-01')).body).toContain('Chưa tìm thấy thủ tục nào');
    expect((await open('/thu-tuc')).body).not.toContain('Danh mục như ngày');
  });

  it('list every version and find each by its number', async () => {
    const list = await open(`/thu-tuc/${birth}/phien-ban`);
    expect(list.body.indexOf('Phiên bản 2')).toBeLessThan(list.body.indexOf('Phiên bản 1'));
    expect(list.body).toContain('Chưa có hiệu lực');
    expect(list.body).toContain('Khác bản trước');
    expect(list.body).toContain('Điều kiện mới từ tháng 12');
    expect(list.body).toContain('Có hiệu lực từ 01/07/2025 đến hết 30/11/2026');
    for (const number of ['3', '0', '1.0', 'abc']) {
      expect((await open(`/thu-tuc/${birth}/phien-ban/${number}`)).status).toBe(404);
    }
    expect((await open('/thu-tuc/9.999999/phien-ban')).status).toBe(404);
  });

  it('name their one address, their twin and their facts', async () => {
    const { body } = await open(`/thu-tuc/${birth}?hoi-chung-sinh=co&cach=truc-tuyen`);
    expect(body).toContain(`<link rel="canonical" href="http://localhost:8080/thu-tuc/${birth}"/>`);
    expect(body).toContain(
      `<link rel="alternate" hrefLang="en" href="http://localhost:8080/en/thu-tuc/${birth}"/>`,
    );
    expect(body).toContain('itemType="https://schema.org/GovernmentService"');
    expect(body).toContain(`<meta itemProp="identifier" content="${birth}"/>`);
    const version = await open(`/en/thu-tuc/${birth}/phien-ban/2`);
    expect(version.body).toContain(
      `<link rel="canonical" href="http://localhost:8080/en/thu-tuc/${birth}/phien-ban/2"/>`,
    );
  });

  it('tell the hours of the process that runs for the case', async () => {
    const house = await open('/thu-tuc/1.013225?truong-hop=nha-o-rieng-le');
    expect(house.body).toContain('Theo quy trình đang chạy từ 01/07/2025');
    expect(house.body).toContain('Tổng cộng 120 giờ làm việc, bằng 15 ngày làm việc');
    const other = await open('/thu-tuc/1.013225?truong-hop=cong-trinh-khac');
    expect(other.body).toContain('Tổng cộng 112 giờ làm việc, bằng 14 ngày làm việc');
    const neither = await open('/thu-tuc/1.013225');
    expect(neither.body).not.toContain('Theo quy trình đang chạy');
  });

  it('are found by occasion, level, agency and sector', async () => {
    const { body } = await open('/thu-tuc/danh-muc');
    const [main = ''] = /<main[\s\S]*<\/main>/.exec(body) ?? [];
    const addresses = [...main.matchAll(/<li><a href="([^"]+)"/g)].map(([, address = '']) =>
      address.replaceAll('&amp;', '&'),
    );
    expect(addresses.length).toBeGreaterThan(40);
    for (const address of addresses) {
      const shelf = await open(address);
      expect([address, shelf.status]).toEqual([address, 200]);
      expect([address, /href="\/thu-tuc\/\d\.\d{6}"/.test(shelf.body)]).toEqual([address, true]);
    }
    expect((await open('/thu-tuc/su-kien/khong-co')).status).toBe(404);
    expect((await open('/thu-tuc/co-quan/khong-co')).status).toBe(404);
    expect((await open('/thu-tuc/co-quan/khac?ten=Khong%20co')).status).toBe(404);
    expect((await open('/thu-tuc/su-kien/birth?sau=hong')).status).toBe(422);
  });

  it('say where to go, without marks', async () => {
    const all = await open('/noi-nop');
    expect(all.body.match(/Trung tâm Phục vụ hành chính công (phường|xã)/g)?.length).toBeGreaterThan(90);
    const one = await open('/noi-nop?q=tan%20ninh');
    expect(one.body).toContain('Trung tâm Phục vụ hành chính công phường Tân Ninh');
    expect(one.body).toContain('Thứ Hai – Thứ Sáu');
    expect((await open('/noi-nop?q=zzz')).body).toContain('Không có trung tâm nào khớp');
  });

  it('stand on the site map, closed places do not', async () => {
    expect((await open('/robots.txt')).body).toContain('Sitemap: http://localhost:8080/sitemap.xml');
    expect((await open('/sitemap.xml')).body).toContain('<loc>http://localhost:8080/sitemap/1.xml</loc>');
    const { body } = await open('/sitemap/1.xml');
    for (const { code } of data.procedures)
      expect(body).toContain(`<loc>http://localhost:8080/thu-tuc/${code}</loc>`);
    expect(body).not.toContain('/can-bo');
    expect((await open('/sitemap/2.xml')).status).toBe(404);
    expect((await open('/sitemap/1.xml.bak')).status).toBe(404);
    for (const [, address = ''] of [...body.matchAll(/<loc>http:\/\/localhost:8080([^<]*)<\/loc>/g)].slice(
      0,
      60,
    )) {
      expect([address, (await open(address.replaceAll('&amp;', '&'))).status]).toEqual([address, 200]);
    }
  });

  it.each(data.procedures)('are light on a slow network: $code', async ({ code }) => {
    for (const address of [`/thu-tuc/${code}`, `/en/thu-tuc/${code}`, `/thu-tuc/${code}/in`]) {
      const { status, body } = await open(address);
      expect(status).toBe(200);
      expect(body).not.toContain('<script');
      expect(gzipSync(body).length, address).toBeLessThan(16_000);
    }
  });
});
