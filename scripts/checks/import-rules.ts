import type { IForbiddenRuleType } from 'dependency-cruiser';
import { layers, modules, purePackages } from '../../architecture.mjs';

const anyModule = '^src/modules/([^/]+)/';
const tests = '(\\.test\\.tsx?$)|(/testing/)';

/** The house's import rules, made from architecture.mjs; every one is an error. */
export const importRules: IForbiddenRuleType[] = [
  {
    name: 'no-cycle',
    comment: 'No cycles, type imports included: one of the two files knows too much.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'one-door',
    comment: 'Another module is used through its public.ts (its testing/ in tests), never past it.',
    severity: 'error',
    from: { path: anyModule, pathNot: [tests, '/contract\\.ts$'] },
    to: { path: anyModule, pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/public\\.ts$'] },
  },
  {
    name: 'contracts-among-themselves',
    comment: 'A contract reaches the browser, so of another module it may use the contract only.',
    severity: 'error',
    from: { path: '^src/modules/([^/]+)/contract\\.ts$' },
    to: { path: anyModule, pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/contract\\.ts$'] },
  },
  {
    name: 'one-door-from-tests',
    comment: 'Tests use another module through its public.ts, or its builders in testing/.',
    severity: 'error',
    from: { path: anyModule, pathNot: '/contract\\.ts$' },
    to: { path: anyModule, pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(public\\.ts$|testing/)'] },
  },
  {
    name: 'one-door-from-main',
    comment: 'What composes the product uses public.ts and contract.ts of a module.',
    severity: 'error',
    from: { path: '^src/main/', pathNot: tests },
    to: { path: anyModule, pathNot: '^src/modules/[^/]+/(public|contract)\\.ts$' },
  },
  {
    name: 'web-sees-contracts',
    comment: 'The browser bundle takes from a module its contract.ts, and of public.ts only types.',
    severity: 'error',
    from: { path: '^src/web/', pathNot: tests },
    to: { path: anyModule, pathNot: '^src/modules/[^/]+/(public|contract)\\.ts$' },
  },
  {
    name: 'web-takes-types-only',
    comment: 'public.ts reaches the database; the web may know its types, not its values.',
    severity: 'error',
    from: { path: '^src/web/', pathNot: tests },
    to: { path: '^src/modules/[^/]+/public\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'pure-core',
    comment: 'core/ and the kernel decide; they neither read nor write the outside world.',
    severity: 'error',
    from: { path: ['^src/modules/[^/]+/core/', '^src/kernel/'], pathNot: tests },
    to: {
      path: [
        '^src/(platform|web|main)/',
        '^src/modules/[^/]+/(commands|queries|store|routes|tasks|listeners)/',
      ],
    },
  },
  {
    name: 'pure-core-no-node',
    comment: 'core/ and the kernel use no Node module.',
    severity: 'error',
    from: { path: ['^src/modules/[^/]+/core/', '^src/kernel/'], pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'pure-core-packages',
    comment: 'core/ and the kernel use only the packages listed as pure in architecture.mjs.',
    severity: 'error',
    from: { path: ['^src/modules/[^/]+/core/', '^src/kernel/'], pathNot: tests },
    to: { path: 'node_modules/', pathNot: `node_modules/(${purePackages.join('|')})/` },
  },
  {
    name: 'reads-apart-from-writes',
    comment: 'Commands and queries do not import each other; what both need lies in core/ or store/.',
    severity: 'error',
    from: { path: '^src/modules/([^/]+)/(commands|queries)/', pathNot: tests },
    to: { path: '^src/modules/$1/(commands|queries)/', pathNot: '^src/modules/$1/$2/' },
  },
  {
    name: 'tests-stay-out',
    comment: 'The product does not import tests or their builders.',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { path: tests },
  },
  {
    name: 'src-stands-alone',
    comment: 'src/ does not import scripts, browser tests or benchmarks.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(scripts|e2e|bench)/' },
  },
  ...layerRules(),
  ...moduleRules(),
];

/** A layer imports only from layers to its left. */
function layerRules(): IForbiddenRuleType[] {
  return layers.slice(0, -1).map((layer, index) => ({
    name: `layer-${layer}`,
    comment: `${layer} uses only ${['itself', ...layers.slice(0, index)].join(', ')}.`,
    severity: 'error' as const,
    from: { path: `^src/${layer}/`, pathNot: tests },
    to: { path: `^src/(${layers.slice(index + 1).join('|')})/` },
  }));
}

/** A module uses only the modules its row names. */
function moduleRules(): IForbiddenRuleType[] {
  return modules.map(({ name, uses }) => ({
    name: `table-${name}`,
    comment: `${name} may use ${uses.length === 0 ? 'no other module' : uses.join(', ')} (architecture.mjs).`,
    severity: 'error' as const,
    from: { path: `^src/modules/${name}/`, pathNot: tests },
    to: { path: anyModule, pathNot: `^src/modules/(${[name, ...uses].join('|')})/` },
  }));
}
