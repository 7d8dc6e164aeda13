import pg from 'pg';
import { knownMigrations } from '../../platform/migrate.ts';

export interface Finding {
  readonly ok: boolean;
  /** What was looked at and, when wrong, the fix. */
  readonly text: string;
}

const extensions = ['unaccent', 'pg_trgm', 'btree_gin', 'btree_gist'];

/** Looks at one of the three connections, and whether its login may take on `role`. Never throws. */
export async function examineDatabase(
  name: string,
  url: string,
  role: string | undefined,
): Promise<readonly Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        ok: false,
        text: `${name}: không kết nối được (${reason}); kiểm tra địa chỉ, mật khẩu và tường lửa.`,
      },
    ];
  }
  try {
    return [
      ...(await examineServer(client, name)),
      ...(role ? [await examineRole(client, name, role)] : [await examineMigrations(client, name)]),
    ];
  } catch (error) {
    return [{ ok: false, text: `${name}: ${error instanceof Error ? error.message : error}` }];
  } finally {
    await client.end();
  }
}

async function examineServer(client: pg.Client, name: string): Promise<Finding[]> {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int / 10000 as version,
       current_setting('server_encoding') as encoding,
       array(select extname::text from pg_extension) as installed`,
  );
  const { version, encoding, installed } = rows[0] as {
    version: number;
    encoding: string;
    installed: string[];
  };
  const missing = extensions.filter((extension) => !installed.includes(extension));
  return [
    { ok: version >= 15, text: `${name}: PostgreSQL ${version}${version >= 15 ? '' : '; cần 15 trở lên'}.` },
    {
      ok: encoding === 'UTF8',
      text: `${name}: bảng mã ${encoding}${encoding === 'UTF8' ? '' : '; cần UTF8'}.`,
    },
    {
      ok: missing.length === 0,
      text:
        missing.length === 0
          ? `${name}: đủ phần mở rộng.`
          : `${name}: thiếu phần mở rộng ${missing.join(', ')}.`,
    },
  ];
}

async function examineRole(client: pg.Client, name: string, role: string): Promise<Finding> {
  const { rows } = await client.query(
    `select current_user::text as login, exists (select from pg_roles where rolname = $1) as known,
       case when exists (select from pg_roles where rolname = $1)
         then pg_has_role(current_user, $1, 'member') else false end as member`,
    [role],
  );
  const { login, known, member } = rows[0] as { login: string; known: boolean; member: boolean };
  if (member) return { ok: true, text: `${name}: ${login} dùng được vai ${role}.` };
  const fix = known
    ? `grant ${role} to ${login};`
    : `create role ${role} nologin; grant ${role} to ${login};`;
  return { ok: false, text: `${name}: ${login} chưa dùng được vai ${role}; chạy: ${fix}` };
}

async function examineMigrations(client: pg.Client, name: string): Promise<Finding> {
  const { rows: tables } = await client.query(`select to_regclass('platform.migration') is not null as made`);
  const { rows } = tables[0].made ? await client.query('select name from platform.migration') : { rows: [] };
  const applied = new Set(rows.map((row) => String(row.name)));
  const missing = (await knownMigrations()).filter((migration) => !applied.has(migration));
  return {
    ok: missing.length === 0,
    text:
      missing.length === 0
        ? `${name}: cấu trúc dữ liệu mới nhất.`
        : `${name}: còn ${missing.length} bước cấu trúc chưa áp dụng; chạy: npx motcua migrate`,
  };
}
