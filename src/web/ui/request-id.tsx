import { useRouteLoaderData } from 'react-router';
import type { loader } from '../root-loader.ts';

/**
 * The hidden field that makes sending a form twice harmless. `form` names the form on its page; each page load
 * gives each form an id of its own.
 */
export function RequestId({ form }: { readonly form: string }) {
  const seed = useRouteLoaderData<typeof loader>('root')?.httpRequestId ?? '';
  return <input type="hidden" name="requestId" value={formRequestId(seed, form)} />;
}

/** A UUID out of the page load's UUID and the form's name: equal on server and browser, different per form. */
export function formRequestId(seed: string, form: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (const character of form) {
    low = Math.imul(low ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
    high = Math.imul(high + low, 2_654_435_761) >>> 0;
  }
  const mask = BigInt(low) * 65_536n + BigInt(high & 0xffff);
  const tail = BigInt(`0x${seed.slice(24) || '0'}`) ^ mask;
  return seed.slice(0, 24) + BigInt.asUintN(48, tail).toString(16).padStart(12, '0');
}
