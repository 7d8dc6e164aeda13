import type { CommandContext } from '../kernel/context.ts';
import { newUuidV7 } from '../platform/ids.ts';
import type { Product } from './compose.ts';

/** The context of what the installation itself does, outside any request. */
export function systemContext(product: Product, task: string): CommandContext {
  return {
    jurisdiction: product.jurisdiction,
    actor: { kind: 'system', task },
    now: product.clock(),
    origin: { ip: undefined, userAgent: undefined },
    requestId: newUuidV7(),
  };
}
