import { ConfigError, readConfig } from '../../platform/config.ts';
import { productEnvironment } from '../launcher/product-environment.ts';
import type { CliCommand } from './cli-command.ts';
import { examineDatabase } from './examine-database.ts';

export const doctor: CliCommand = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'kiểm tra cấu hình và cơ sở dữ liệu; in câu lệnh SQL cho quản trị viên cơ sở dữ liệu',
  run: async () => {
    console.log(sqlForDba);
    const { env, release } = await productEnvironment(process.env, 'share');
    try {
      const config = readConfig(env);
      console.log(`-- Cấu hình: đúng (chế độ ${config.mode}).`);
      const findings = [
        ...(await examineDatabase('DATABASE_URL', config.databaseUrl, 'motcua_app')),
        ...(await examineDatabase('DATABASE_QUEUE_URL', config.queueUrl, 'motcua_queue')),
        ...(await examineDatabase('DATABASE_MIGRATION_URL', config.migrationUrl, undefined)),
      ];
      for (const { ok, text } of findings) console.log(`-- ${ok ? 'đạt ' : 'LỖI '} ${text}`);
      return findings.every(({ ok }) => ok) ? 0 : 1;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      console.log(error.message.replaceAll(/^/gm, '-- '));
      return 1;
    } finally {
      await release('smart');
    }
  },
};

/** Run once by somebody with the right to make roles and extensions; the migrations need none of these rights then. */
export const sqlForDba = `-- Câu lệnh cho quản trị viên cơ sở dữ liệu (PostgreSQL 15 trở lên), chạy một lần bằng psql.
-- Thay mật khẩu; ba tài khoản đăng nhập là DATABASE_MIGRATION_URL, DATABASE_URL, DATABASE_QUEUE_URL.
create role motcua_app nologin;
create role motcua_queue nologin;
create role motcua_owner login password 'thay-mat-khau-1';
create role motcua_web login password 'thay-mat-khau-2' in role motcua_app;
create role motcua_worker login password 'thay-mat-khau-3' in role motcua_queue;
grant motcua_app, motcua_queue to motcua_owner;
create database motcua owner motcua_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
\\connect motcua
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists btree_gist;
`;
