/** The one cookie of a session: HttpOnly, SameSite=Lax, bound to the host under https. */
export interface SessionCookie {
  readonly name: string;
  /** `Set-Cookie` value that signs in. */
  set(token: string, expiresAt: Date): string;
  /** `Set-Cookie` value that signs out. */
  clear(): string;
}

/** `secure` is true when the product is reached over https; only then may the name carry `__Host-`. */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-motcua' : 'motcua';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    name,
    set: (token, expiresAt) =>
      `${name}=${encodeURIComponent(token)}; ${attributes}; Expires=${expiresAt.toUTCString()}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}
