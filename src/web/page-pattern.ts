/** A page's place in the route tree, as the server build lists it. */
export interface PlacedRoute {
  readonly id: string;
  readonly parentId?: string | undefined;
  readonly path?: string | undefined;
}

/** Finds the pattern of the page an address belongs to (`/thu-tuc/:code`), `/*` for none. Patterns are compiled once. */
export function patternFinder(routes: readonly PlacedRoute[]): (pathname: string) => string {
  const patterns = [...new Set(patternsById(routes).values())].sort(mostExactFirst);
  const compiled = patterns.map((pattern) => ({ pattern, shape: shapeOf(pattern) }));
  return (pathname) => compiled.find(({ shape }) => shape.test(pathname))?.pattern ?? '/*';
}

/** The pattern of each place in the tree, by its id; a layout has that of the place above it. */
export function patternsById(routes: readonly PlacedRoute[]): ReadonlyMap<string, string> {
  const byId = new Map(routes.map((route) => [route.id, route]));
  return new Map(routes.map((route) => [route.id, patternOf(route, byId)]));
}

function patternOf(route: PlacedRoute, byId: ReadonlyMap<string, PlacedRoute>): string {
  const parent = route.parentId === undefined ? undefined : byId.get(route.parentId);
  const above = parent === undefined ? '' : patternOf(parent, byId).replace(/\/$/, '');
  return route.path === undefined || route.path === '' ? above || '/' : `${above}/${route.path}`;
}

function mostExactFirst(one: string, other: string): number {
  return openness(one) - openness(other);
}

function openness(pattern: string): number {
  return pattern
    .split('/')
    .reduce((sum, part) => sum + (part === '*' ? 100 : part.startsWith(':') ? 1 : 0), 0);
}

function shapeOf(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}/?$`);
}
