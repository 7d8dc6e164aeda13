import { parsePlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import type { Route } from './+types/version.ts';
import { parameters, versionAddress } from './addresses.ts';
import { loadMissing, loadProcedure } from './load-procedure.ts';
import { Missing } from './missing.tsx';
import { ProcedureArticle } from './procedure-article.tsx';
import { type PageMeta, procedureMeta } from './procedure-meta.ts';

export const handle: PageHandle = { english: true };

/** A version by its number: the page as it answered on the version's first day, or answers today while it is in force. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const versions = await app.modules.catalogue.queries.listVersions(app.caller, params.code);
  const version = versions.ok
    ? versions.value.find(({ number, withdrawn }) => String(number) === params.number && !withdrawn)
    : undefined;
  const from = parsePlainDate(version?.validFrom ?? '');
  if (!version || !from) return loadMissing(app, params.code);
  const today = plainDateOf(app.caller.now);
  const search = new URL(request.url).searchParams;
  const isInForce = from <= today && (version.validTo === undefined || version.validTo > today);
  if (!isInForce) search.set(parameters.day, from);
  return loadProcedure(app, params.code, search, versionAddress('vi', params.code, version.number));
}

export function meta({ loaderData }: { readonly loaderData: PageMeta }): Route.MetaDescriptors {
  return procedureMeta(loaderData);
}

export default function Version({ loaderData }: Route.ComponentProps) {
  if ('missing' in loaderData) return <Missing missing={loaderData.missing} />;
  const { page, search, addresses } = loaderData;
  return <ProcedureArticle page={page} search={search} address={addresses[0].href} />;
}
