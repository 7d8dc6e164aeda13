import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from 'react-router';
import type * as WebEntry from '../web/entry.server.tsx';

/** The built web, ready to answer. */
export interface WebBuild {
  readonly handle: WebEntry.PageHandler;
  /** Pattern of the page an address belongs to (`/thu-tuc/:code`), `*` for none. */
  readonly patternOf: (pathname: string) => string;
  /** Whether a pattern is a page: its forms are forms; what scripts send to other addresses may be JSON. */
  readonly isPage: (pattern: string) => boolean;
  readonly assetsFolder: string;
}

/** Loads what `npm run build` left in `folder`. Throws when there is none: the launcher builds before it serves. */
export async function loadWebBuild(folder: string): Promise<WebBuild> {
  const file = resolve(folder, 'server/index.js');
  if (!existsSync(file)) throw new Error(`No web build at ${file}: run "npm run build" first.`);
  // React decides by it, when it is first loaded, whether to check everything it renders.
  process.env.NODE_ENV ??= 'production';
  const build: ServerBuild = await import(pathToFileURL(file).href);
  return toWebBuild(build, resolve(folder, 'client'));
}

/** `build` as the bundler gives it, in production from disk, in development from its module graph. */
export function toWebBuild(build: ServerBuild, assetsFolder: string): WebBuild {
  const entry = build.entry.module as unknown as typeof WebEntry;
  return {
    handle: entry.createPageHandler(build),
    patternOf: entry.createPatternOf(build),
    isPage: entry.createIsPage(build),
    assetsFolder,
  };
}
