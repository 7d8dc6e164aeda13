/**
 * Who may use whom: the one table of the house.
 *
 * Read by the import rules (dependency-cruiser), the SQL ownership check and the check that holds
 * ARCHITECTURE.md against it. A module uses only modules above it in this list, only through their
 * `public.ts` (types and values) or, from the browser, `contract.ts`.
 */
export const modules = [
  { name: 'identity', uses: [] },
  { name: 'audit', uses: ['identity'] },
  { name: 'privacy', uses: ['identity'] },
  { name: 'documents', uses: ['identity'] },
  { name: 'forms', uses: ['identity', 'documents'] },
  { name: 'process', uses: ['identity'] },
  { name: 'catalogue', uses: ['identity', 'documents', 'forms', 'process'] },
  { name: 'payments', uses: ['identity'] },
  {
    name: 'dossiers',
    uses: ['identity', 'documents', 'forms', 'process', 'catalogue', 'payments', 'privacy'],
  },
  { name: 'notifications', uses: ['identity', 'dossiers'] },
];

/** Layers from the inside out; a layer imports only from layers to its left (and, for modules, as the table says). */
export const layers = ['kernel', 'texts', 'platform', 'modules', 'web', 'main'];

/** Folders and files a module may contain at its first level. */
export const moduleShape = [
  'README.md',
  'public.ts',
  'contract.ts',
  'module.ts',
  'core',
  'commands',
  'queries',
  'store',
  'routes',
  'tasks',
  'listeners',
  'testing',
];

/** Schemas that are not a module's own but may be named in SQL by the platform only. */
export const platformSchemas = ['platform', 'graphile_worker'];

/**
 * Packages that compute and do nothing else: the only ones `core/` folders and the kernel may use. `bpmn-moddle` turns
 * text into a tree and back.
 */
export const purePackages = ['zod', 'json-logic-engine', 'bpmn-moddle'];

/** Functions of the platform that a module's SQL may call; everything else of the platform goes through its TypeScript. */
export const platformFunctions = [
  'platform.search_text',
  'platform.current_jurisdiction',
  'platform.wall',
  'platform.grant_app',
];
