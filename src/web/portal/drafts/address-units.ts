import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { appContext } from '../../context.ts';
import type { Route } from './+types/address-units.ts';

/** Units an address may name: `?ngay=2026-11-22` the provinces, with `&tinh=80` its communes (`null` without a list). */
export function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const on = parsePlainDate(searchParams.get('ngay') ?? '');
  if (on === undefined) return Response.json(null, { status: 404 });
  const { addressBook } = context.get(appContext).modules.forms;
  const province = searchParams.get('tinh');
  const units = province === null ? addressBook.provinces(on) : addressBook.communes(province, on);
  const listed = units?.map(({ code, name }) => ({ code, name })) ?? null;
  return Response.json(listed, { headers: { 'cache-control': 'public, max-age=600' } });
}
