/** XML that may be kept for an hour: the catalogue changes by decisions, not by the minute. */
export function xmlAnswer(body: string): Response {
  return new Response(body, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
