import type { Seal, SealedText } from '../../../platform/sealed-text.ts';
import type { Represented } from '../contract.ts';
import { identitySeal } from './deps.ts';

/** For whom a draft is made, as stored: the owner's number sealed. */
export interface StoredRepresented {
  readonly owner: Omit<Represented['owner'], 'identityNumber'> & { readonly identitySealed?: SealedText };
  readonly representation: Represented['representation'];
}

/** For storing. */
export function sealRepresented(seal: Seal, { owner, representation }: Represented): StoredRepresented {
  const { identityNumber, ...rest } = owner;
  const sealed = identityNumber !== undefined && { identitySealed: seal.seal(identityNumber, identitySeal) };
  return { owner: { ...rest, ...sealed }, representation };
}

/** For the draft's owner, and for handing it in. */
export function openRepresented(seal: Seal, stored: StoredRepresented | null): Represented | undefined {
  if (stored === null) return undefined;
  const { identitySealed, ...rest } = stored.owner;
  const opened = identitySealed !== undefined && { identityNumber: seal.open(identitySealed, identitySeal) };
  return { owner: { ...rest, ...opened }, representation: stored.representation };
}
