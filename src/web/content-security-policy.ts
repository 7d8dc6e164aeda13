/** Strict policy of a page: own origin only, no inline styles, no eval; scripts only where the page needs them. */
export function contentSecurityPolicy(page: { readonly nonce: string; readonly js: boolean }): string {
  return [
    "default-src 'none'",
    page.js ? `script-src 'self' 'nonce-${page.nonce}'` : "script-src 'none'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
