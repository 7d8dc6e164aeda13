import { appContext } from '../../context.ts';
import type { Route } from './+types/sitemap-part.ts';
import { publicPages } from './public-pages.ts';
import { partOf, sitemapPart } from './sitemap-xml.ts';
import { xmlAnswer } from './xml-answer.ts';

/** `/sitemap/1.xml`: one part of the site map. */
export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const app = context.get(appContext);
  const number = /^(\d{1,4})\.xml$/.exec(params.part)?.[1];
  const part = partOf(await publicPages(app), Number(number));
  if (!part) return new Response('', { status: 404 });
  return xmlAnswer(sitemapPart(app.baseUrl, part));
}
