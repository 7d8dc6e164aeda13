import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { SelectField } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';
import type { Intent } from './dossier-intents.ts';

export interface SignerFieldProps {
  readonly view: OfficeDossierView;
  readonly intent: Intent;
  readonly typed: Typed;
  readonly problem: string | undefined;
}

/** Who signed the notice on paper, with the form in which they sign. */
export function SignerField({ view, intent, typed, problem }: SignerFieldProps) {
  const { t } = useTexts();
  return (
    <SelectField
      name="signerPostId"
      id={`${intent}.signerPostId`}
      label={t('office.signer')}
      empty={t('office.signer.choose')}
      options={view.signers.map(({ postId, name, title, signsAs }) => ({
        value: postId,
        label: signsAs === '' ? `${name} (${title})` : `${name} – ${signsAs}`,
      }))}
      value={typed.signerPostId}
      problem={problem}
    />
  );
}
