import { modules, platformFunctions, platformSchemas } from '../../architecture.mjs';
import type { Problem } from './problem.ts';
import { isTest, sourceFiles } from './source-files.ts';
import { sqlTexts } from './sql-texts.ts';

const moduleNames = modules.map(({ name }) => name);
const schemas = [...moduleNames, ...platformSchemas];
const qualified = new RegExp(`(?<![\\w.'])"?(${schemas.join('|')})"?\\.("?\\w+)`, 'g');
const ownClock =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(current_date|current_timestamp|current_time|localtimestamp|localtime)\b/i;
const everything = /\b(select|returning)\s+(distinct\s+)?(\w+\.)?\*/i;
const fileName = /^\d{12}_([a-z]+)_[a-z0-9_]+\.sql$/;

/**
 * Holds all SQL against the table: a module's SQL names only its own schema and the platform's functions, no SQL
 * outside the platform reads the server's clock, none selects `*`. Migrations belong to the module in their name.
 */
export function checkSqlOwnership(root: string): Problem[] {
  return [...typescriptProblems(root), ...migrationProblems(root)];
}

function typescriptProblems(root: string): Problem[] {
  return sourceFiles(root, 'src/**/*.{ts,tsx}').flatMap(({ path, text }) => {
    // Tests of the whole product look where they must.
    if (path.startsWith('src/main/') && isTest(path)) return [];
    const owner = ownerOf(path);
    return sqlTexts(path, text).flatMap((sql) =>
      problemsIn(sql.text, owner, isTest(path)).map((problem) => `sql: ${path}:${sql.line} ${problem}`),
    );
  });
}

function migrationProblems(root: string): Problem[] {
  return sourceFiles(root, 'db/migrations/*').flatMap(({ path, text }) => {
    const owner = fileName.exec(path.slice('db/migrations/'.length))?.[1];
    if (!owner || (owner !== 'platform' && !moduleNames.includes(owner)))
      return [`sql: ${path} must be named YYYYMMDDHHMM_<module>_<what>.sql`];
    return withoutComments(text)
      .split('\n')
      .flatMap((line, index) =>
        problemsIn(line, owner, false).map((problem) => `sql: ${path}:${index + 1} ${problem}`),
      );
  });
}

/** `platform` (main counts to it), a module's name, or `none`: SQL in web, texts and kernel names no schema. */
function ownerOf(path: string): string {
  const [, layer, name] = path.split('/');
  if (layer === 'modules') return name ?? 'none';
  return layer === 'platform' || layer === 'main' ? 'platform' : 'none';
}

function problemsIn(sql: string, owner: string, test: boolean): Problem[] {
  const problems: Problem[] = [];
  for (const [, schema = '', rest = ''] of sql.matchAll(qualified)) {
    const name = `${schema}.${rest.replaceAll('"', '')}`;
    if (!mayName(schema, name, owner, test)) problems.push(`names ${name}, which is not ${owner}'s`);
  }
  if (owner !== 'platform' && !test && ownClock.test(sql))
    problems.push('reads the server’s clock; take `now` as a parameter');
  if (everything.test(sql)) problems.push('selects *; name the columns');
  return problems;
}

function mayName(schema: string, name: string, owner: string, test: boolean): boolean {
  if (schema === owner) return true;
  if (owner === 'platform') return platformSchemas.includes(schema);
  if (platformFunctions.includes(name)) return true;
  return test && schema === 'platform';
}

/** Blanks comments and keeps the lines. */
function withoutComments(sql: string): string {
  return sql
    .replace(/--[^\n]*/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}
