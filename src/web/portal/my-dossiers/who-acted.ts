import type { CitizenDossierView } from '../../../modules/dossiers/contract.ts';
import type { Translate } from '../../../texts/translate.ts';

/** Whose dossier it is, who handed it in and by what right, who helped; nothing where its owner did it alone. */
export function whoActed(
  { people, capacity }: Pick<CitizenDossierView, 'people' | 'capacity'>,
  t: Translate,
): readonly { readonly term: string; readonly value: string }[] {
  const nameOf = (role: 'owner' | 'submitter' | 'helper') => people.find((each) => each.role === role)?.name;
  const [owner, submitter, helper] = [nameOf('owner'), nameOf('submitter'), nameOf('helper')];
  if (owner === submitter && capacity === undefined && helper === undefined) return [];
  const right = capacity === undefined ? '' : `, ${t(`represent.capacity.${capacity}`)}`;
  return [
    ...(owner === undefined ? [] : [{ term: t('office.party.owner'), value: owner }]),
    ...(submitter === undefined
      ? []
      : [{ term: t('office.party.submitter'), value: `${submitter}${right}` }]),
    ...(helper === undefined ? [] : [{ term: t('office.party.helper'), value: helper }]),
  ];
}
