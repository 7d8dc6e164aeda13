import type { CitizenActor, OfficerActor } from '../../kernel/actor.ts';
import type { SeededProduct } from './seeded-product.ts';

/** A mother, and the people of phường Tân Ninh through whose hands her dossier goes. */
export interface CommunePeople {
  readonly owner: CitizenActor;
  readonly counter: OfficerActor;
  readonly specialist: OfficerActor;
  readonly leader: OfficerActor;
  readonly clerk: OfficerActor;
}

/** All of them, signed in. */
export async function communePeople(world: SeededProduct): Promise<CommunePeople> {
  return {
    owner: await world.citizen('Phan Thị Mỹ Duyên', '072195999001', '0530000051'),
    counter: await world.officer('tiepnhan.tanninh'),
    specialist: await world.officer('hotich.tanninh'),
    leader: await world.officer('phochutich.tanninh'),
    clerk: await world.officer('vanthu.tanninh'),
  };
}
