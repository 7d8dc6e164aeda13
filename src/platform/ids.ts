import { v7 } from 'uuid';
import type { NewId } from '../kernel/id.ts';

/** UUIDv7: time-ordered, so that new rows land at the end of their index. */
export const newUuidV7: NewId = <Kind extends string>() => v7() as ReturnType<typeof newUuidV7<Kind>>;
