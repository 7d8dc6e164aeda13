import { appContext } from '../../context.ts';
import type { Route } from './+types/robots.ts';

/** Places of one person or of an office: nothing there is for a search engine. */
const closed = [
  '/can-bo',
  '/ho-so',
  '/ban-khai',
  '/nop',
  '/hop-thu',
  '/dang-nhap',
  '/dang-xuat',
  '/tra-cuu?',
];

/** `/robots.txt`. */
export function loader({ context }: Route.LoaderArgs): Response {
  const { baseUrl } = context.get(appContext);
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${new URL('/sitemap.xml', baseUrl).href}`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
