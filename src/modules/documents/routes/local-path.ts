/** The path to come back to when it lies on this site, else the home page: never a door to another site. */
export function localPath(given: string | undefined): string {
  if (given === undefined || !/^\/(?![/\\])/.test(given)) return '/';
  const address = URL.parse(given, 'http://site.invalid');
  return address?.origin === 'http://site.invalid'
    ? `${address.pathname}${address.search}${address.hash}`
    : '/';
}
