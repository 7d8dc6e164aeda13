const systems = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux'];
const browsers = ['Edg', 'Firefox', 'Chrome', 'Safari'];

/** `Chrome, Windows`: enough to know one's own machine by. */
export function deviceOf(userAgent: string | undefined): string | undefined {
  const browser = browsers.find((name) => userAgent?.includes(name));
  const system = systems.find((name) => userAgent?.includes(name));
  const parts = [browser === 'Edg' ? 'Edge' : browser, system].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}
