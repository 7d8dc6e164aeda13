import { checkArchitecturePage } from '../checks/architecture-page.ts';
import { checkAsvs } from '../checks/asvs.ts';
import { checkImports } from '../checks/imports.ts';
import { checkLockfile } from '../checks/lockfile.ts';
import { checkModuleShape } from '../checks/module-shape.ts';
import { checkOutbound } from '../checks/outbound.ts';
import type { Problem } from '../checks/problem.ts';
import { checkPureCore } from '../checks/pure-core.ts';
import { checkSqlOwnership } from '../checks/sql-ownership.ts';
import {
  checkFormat,
  checkLint,
  checkRoutes,
  checkSecrets,
  checkTypes,
  checkUnused,
} from '../checks/tools.ts';
import { checkAcceptedFindings } from '../packages/accepted-findings.ts';

export interface Check {
  readonly name: string;
  readonly run: (root: string) => Promise<readonly Problem[]> | readonly Problem[];
}

/** Every check, in the order in which they are told. `jurisdiction keys` is a database test: it reads a migrated database. */
export const checks: readonly Check[] = [
  { name: 'format', run: checkFormat },
  { name: 'lint', run: checkLint },
  { name: 'routes', run: checkRoutes },
  { name: 'types', run: checkTypes },
  { name: 'imports', run: checkImports },
  { name: 'pure core', run: checkPureCore },
  { name: 'SQL ownership', run: checkSqlOwnership },
  { name: 'module shape', run: checkModuleShape },
  { name: 'architecture page', run: checkArchitecturePage },
  { name: 'calls to the outside', run: checkOutbound },
  { name: 'ASVS page', run: checkAsvs },
  { name: 'unused code', run: checkUnused },
  { name: 'lockfile', run: checkLockfile },
  { name: 'accepted findings', run: checkAcceptedFindings },
  { name: 'secrets', run: checkSecrets },
];
