import { redirect } from 'react-router';
import { appContext } from '../../context.ts';
import type { Route } from './+types/sign-out.ts';

/** On to the issuer's own sign-out and back to our sign-in page; where it has none, the person is told. */
export async function loader({ context }: Route.LoaderArgs) {
  const { modules, baseUrl } = context.get(appContext);
  const back = new URL('/can-bo/dang-nhap', baseUrl).href;
  const there = await modules.identity.province.signOutAddress(back);
  return redirect(there ?? '/can-bo/dang-nhap?ra=o-lai');
}
