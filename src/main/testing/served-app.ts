import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Jurisdiction } from '../../kernel/id.ts';
import type { WebModules } from '../../web/modules.ts';
import type { ServedApp, ServerConfig } from '../server.ts';
import { loadWebBuild, type WebBuild } from '../web-build.ts';
import { buildName, forgetLeftBuilds } from './left-builds.ts';

/** A server configuration for tests: silent, at http://localhost, turning nobody away when the machine is busy. */
export function aServerConfig(overrides: Partial<ServerConfig> = {}): ServerConfig {
  return {
    baseUrl: new URL('http://localhost:8080'),
    trustedProxies: 0,
    logLevel: 'silent',
    version: '0.0.0',
    rateLimitFactor: 100,
    maxEventLoopDelay: 0,
    ...overrides,
  };
}

/** The modules a test gives; touching one it did not give says which. */
function onlyThese(given: Partial<WebModules>): WebModules {
  return new Proxy(given as WebModules, {
    get(target, name, receiver) {
      if (Reflect.has(target, name)) return Reflect.get(target, name, receiver);
      throw new Error(`this test serves no module "${String(name)}": give it in aServedApp({ modules })`);
    },
  });
}

type ServedAppOverrides = Partial<Omit<ServedApp, 'modules'>> & { readonly modules?: Partial<WebModules> };

/** An app without modules in which nobody is signed in. */
export function aServedApp({ modules = {}, ...overrides }: ServedAppOverrides = {}): ServedApp {
  return {
    jurisdiction: 1 as Jurisdiction,
    clock: () => new Date('2026-11-22T08:30:00+07:00'),
    resolveSession: async () => ({ actor: { kind: 'anonymous' }, expired: false }),
    portal: {
      provinceName: 'Tây Ninh',
      agencyName: 'Trung tâm Phục vụ hành chính công tỉnh Tây Ninh',
      address: 'phường Long An, tỉnh Tây Ninh',
      phone: '1900 0000',
      email: 'hotro@motcua.example',
    },
    readiness: [],
    routes: [],
    ...overrides,
    modules: onlyThese(modules),
  };
}

/**
 * Builds the web as it is now into a folder of its own, gone with the process, and loads it; takes a few seconds.
 * The folder lies under node_modules so that the bundle finds its packages.
 */
export async function builtWeb(): Promise<WebBuild> {
  const cache = resolve('node_modules/.cache');
  forgetLeftBuilds(cache);
  const folder = join(cache, `${buildName}${process.pid}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const command = 'node_modules/@react-router/dev/bin.cjs';
  const env = { ...process.env, NODE_ENV: 'production', MOTCUA_WEB_BUILD: folder };
  execFileSync(process.execPath, [command, 'build', '--logLevel', 'error'], { env, stdio: 'pipe' });
  return loadWebBuild(folder);
}
