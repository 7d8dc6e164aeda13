/** Where clamd listens: a port of a machine, or a socket of this one. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** Reads `tcp://host:port` or `unix:/path`; undefined when it is neither. */
export function parseClamdAddress(text: string): ClamdAddress | undefined {
  const socket = /^unix:(\/[^\0]+)$/.exec(text);
  if (socket?.[1]) return { path: socket[1] };
  const tcp = /^tcp:\/\/(?:\[([0-9A-Fa-f:]+)\]|([\w.-]+)):(\d{1,5})$/.exec(text);
  const host = tcp?.[1] ?? tcp?.[2];
  const port = Number(tcp?.[3]);
  return host !== undefined && port >= 1 && port <= 65_535 ? { host, port } : undefined;
}
