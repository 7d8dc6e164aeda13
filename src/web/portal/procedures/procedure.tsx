import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import type { Route } from './+types/procedure.ts';
import { loadProcedure } from './load-procedure.ts';
import { Missing } from './missing.tsx';
import { ProcedureArticle } from './procedure-article.tsx';
import { type PageMeta, procedureMeta } from './procedure-meta.ts';

export const handle: PageHandle = { english: true };

export function loader({ context, params, request }: Route.LoaderArgs) {
  return loadProcedure(context.get(appContext), params.code, new URL(request.url).searchParams);
}

export function meta({ loaderData }: { readonly loaderData: PageMeta }): Route.MetaDescriptors {
  return procedureMeta(loaderData);
}

export default function Procedure({ loaderData }: Route.ComponentProps) {
  if ('missing' in loaderData) return <Missing missing={loaderData.missing} />;
  const { page, search, addresses } = loaderData;
  return <ProcedureArticle page={page} search={search} address={addresses[0].href} />;
}
