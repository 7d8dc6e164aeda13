import { appContext } from '../../context.ts';
import type { Route } from './+types/sitemap.ts';
import { publicPages } from './public-pages.ts';
import { sitemapIndex } from './sitemap-xml.ts';
import { xmlAnswer } from './xml-answer.ts';

/** `/sitemap.xml`: where the parts of the site map are. */
export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const app = context.get(appContext);
  return xmlAnswer(sitemapIndex(app.baseUrl, await publicPages(app)));
}
