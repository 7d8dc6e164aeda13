import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { importRules } from './import-rules.ts';
import type { Problem } from './problem.ts';

/**
 * Holds every import of src/ against the house's rules. A tool that reads nothing would find nothing, so an
 * empty reading is a problem too.
 */
export async function checkImports(root: string): Promise<Problem[]> {
  const { output } = await cruise(['src'], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: importRules },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text instead of a result');
  return [...emptyReading(root, output), ...output.summary.violations.map(describe)];
}

function emptyReading(root: string, { modules, summary }: ICruiseResult): Problem[] {
  const read = modules.filter(({ source }) => source.startsWith('src/'));
  const problems: Problem[] = [];
  if (read.length === 0 || summary.totalDependenciesCruised === 0)
    problems.push(
      'imports: no file of src/ was read; is TypeScript installed and of a version the tool knows?',
    );
  const folder = join(root, 'src/modules');
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (!read.some(({ source }) => source.startsWith(`src/modules/${name}/`)))
      problems.push(`imports: no file of the module ${name} was read`);
  return problems;
}

function describe(violation: ICruiseResult['summary']['violations'][number]): Problem {
  const rule = importRules.find(({ name }) => name === violation.rule.name);
  const cycle = violation.cycle?.map(({ name }) => name).join(' → ');
  return `${violation.rule.name}: ${violation.from} → ${cycle ?? violation.to}\n    ${rule?.comment ?? ''}`;
}
