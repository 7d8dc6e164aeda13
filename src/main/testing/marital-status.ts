import type { Actor } from '../../kernel/actor.ts';
import { must } from '../../platform/testing/must.ts';

import type { SeededProduct } from './seeded-product.ts';

/** Somebody asks at a counter for a certificate of marital status: three working days. Returns the accepted dossier. */
export async function aMaritalStatusDossier(
  world: Pick<SeededProduct, 'product' | 'as'>,
  counter: Actor,
  now: Date,
  commune = 'phuong-tan-ninh',
): Promise<string> {
  const { dossiers, identity } = world.product.modules;
  const accepted = await dossiers.commands.registerWalkIn(world.as(counter, now), {
    procedureCode: '1.004873',
    caseKey: 'khong-xac-minh',
    caseAnswers: {
      'tinh-trang': 'chua-ket-hon',
      'noi-khac': 'khong',
      'cap-lai': 'khong',
      'uy-quyen': 'khong',
    },
    competentUnitId: identity.units.byKey(commune)?.id,
    receivedUnitId: identity.units.byKey(`${commune}/one-stop`)?.id,
    owner: { name: 'Võ Thị Hạnh Nguyên' },
    components: [
      { key: 'to-khai', receivedOriginals: 1, receivedCopies: 0, comparedWithOriginal: false },
      { key: 'giay-to-tuy-than', receivedOriginals: 0, receivedCopies: 0, comparedWithOriginal: true },
    ],
  });
  return must(accepted).dossierId;
}
