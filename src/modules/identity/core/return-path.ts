const placeholder = 'http://placeholder.invalid';

/**
 * Where to go after signing in: a path of this site, or `fallback`. Anything a browser could read as another
 * site (`//evil`, `/\evil`, a scheme, control characters) or as the sign-in pages themselves is not followed.
 */
export function safeReturnPath(wanted: string | undefined | null, fallback: string): string {
  if (!wanted || wanted.length > 1000 || !/^\/(?![/\\])/.test(wanted) || /[\\\p{Cc}]/u.test(wanted))
    return fallback;
  if (!URL.canParse(wanted, placeholder)) return fallback;
  const url = new URL(wanted, placeholder);
  if (url.origin !== placeholder || url.pathname.startsWith('//')) return fallback;
  if (/^\/(can-bo\/)?dang-(nhap|xuat)(\/|$)/.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}
