import { redirect } from 'react-router';
import { appContext, commandOf } from '../../context.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/take-export.ts';

/** Whoever opens the address by hand belongs on the page. */
export function loader() {
  return redirect('/tai-khoan/du-lieu');
}

/** One form of the copy as a file, once. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const form = await request.formData();
  const taken = await app.modules.privacy.commands.takeExport(commandOf(app, form), {
    exportId: form.get('exportId'),
    form: form.get('form'),
  });
  if (!taken.ok) return redirect(`/tai-khoan/du-lieu?loi=${encodeURIComponent(taken.refusal.type)}`);
  const { fileName, mediaType, content } = taken.value;
  return new Response(content, {
    headers: {
      'content-type': `${mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
}
