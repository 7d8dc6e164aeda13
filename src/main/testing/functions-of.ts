/** `module.area.function`, of every function in what compose builds. */
export function functionsOf(value: unknown, path = ''): string[] {
  if (typeof value === 'function') return [path];
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Map) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    functionsOf(part, path === '' ? key : `${path}.${key}`),
  );
}
