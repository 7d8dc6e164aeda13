import { migrate } from '../../platform/migrate.ts';
import { demoPassword } from '../demo-password.ts';
import { buildWeb } from '../launcher/web-build.ts';
import { seedReferenceData } from '../seed.ts';
import { seedDemo } from '../seed-demo.ts';
import type { CliCommand } from './cli-command.ts';
import { withConfig, withProduct } from './with-product.ts';

export const migrateDatabase: CliCommand = {
  name: 'migrate',
  usage: 'migrate',
  summary: 'cập nhật cấu trúc cơ sở dữ liệu (bằng tài khoản chủ sở hữu)',
  run: () =>
    withConfig(async (config) => {
      if (config.migrationUrl === config.databaseUrl && config.mode === 'production')
        console.error('Cảnh báo: không có DATABASE_MIGRATION_URL; dùng DATABASE_URL làm chủ sở hữu.');
      const applied = await migrate(config.migrationUrl);
      console.log(applied.length === 0 ? 'Không có gì mới.' : `Đã áp dụng:\n  ${applied.join('\n  ')}`);
      return 0;
    }),
};

export const seed: CliCommand = {
  name: 'seed',
  usage: 'seed [--demo]',
  summary: 'nạp dữ liệu tham chiếu của data/; --demo thêm người dùng trình diễn',
  run: (args) =>
    withProduct(async (product) => {
      const unknown = args.find((arg) => arg !== '--demo');
      if (unknown) throw new Error(`Không hiểu "${unknown}". Cách dùng: motcua seed [--demo]`);
      if (args.includes('--demo') && product.config.mode === 'production')
        throw new Error('Chế độ production không nhận người dùng trình diễn.');
      for (const line of await seedReferenceData(product)) console.log(line);
      if (args.includes('--demo')) {
        const accounts = await seedDemo(product, demoPassword);
        console.log(`Người dùng trình diễn: ${accounts.length} vai, mật khẩu chung ${demoPassword}`);
      }
      return 0;
    }),
};

export const build: CliCommand = {
  name: 'build',
  usage: 'build',
  summary: 'dựng giao diện web vào build/',
  run: async () => {
    console.log((await buildWeb()) === 'built' ? 'Đã dựng vào build/.' : 'build/ đã mới.');
    return 0;
  },
};
