import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import routes from '../../../web/routes.ts';

/** A page or resource of `routes.ts`. */
export interface PagePattern {
  /** `/can-bo/ho-so/:dossierId` */
  readonly pattern: string;
  /** Names of its parameters. */
  readonly params: readonly string[];
  /** Names of a query that the files beside it read. */
  readonly queryNames: readonly string[];
  readonly hasAction: boolean;
}

const web = resolve('src/web');

/** Every page and resource of `routes.ts`, whatever it is called. */
export function pagePatterns(): readonly PagePattern[] {
  return (routes as readonly RouteConfigEntry[]).flatMap((entry) => leavesOf(entry, ''));
}

function leavesOf(entry: RouteConfigEntry, above: string): readonly PagePattern[] {
  const path = entry.path === undefined ? above : `${above}/${entry.path}`;
  if (entry.children !== undefined) return entry.children.flatMap((child) => leavesOf(child, path));
  const pattern = path === '' ? '/' : path;
  return [
    {
      pattern,
      params: [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name),
      queryNames: namesReadBeside(entry.file),
      hasAction: /export (async )?function action|export const action/.test(
        readFileSync(join(web, entry.file), 'utf8'),
      ),
    },
  ];
}

function namesReadBeside(file: string): readonly string[] {
  const folder = dirname(join(web, file));
  const texts = readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/(?:searchParams|search|query)\.(?:get|getAll|has)\('([^']{1,40})'\)/g)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set(names)];
}

/** The address of a pattern with these values in the place of its parameters. */
export function addressOf(pattern: string, values: readonly string[]): string {
  let at = 0;
  return pattern
    .replace(/:\w+\??|\*/g, () => {
      const value = values[at] ?? 'x';
      at += 1;
      return value;
    })
    .replace(/^$/, '/');
}
