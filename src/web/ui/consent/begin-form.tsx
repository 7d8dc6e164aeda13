import type { ConsentView } from '../../../modules/identity/contract.ts';
import { TextField } from '../fields.tsx';
import { RequestId } from '../request-id.tsx';
import { useTexts } from '../use-texts.ts';
import { beginAddress } from './begin-address.ts';
import { procedureFieldId } from './consent-errors.tsx';

/** A procedure whose name is near to what was typed. */
export interface FoundProcedure {
  readonly code: string;
  readonly name: string;
}

export interface BeginFormProps {
  readonly consent: ConsentView;
  readonly typed?: string | undefined;
  readonly problem?: string | undefined;
  readonly found?: readonly FoundProcedure[] | undefined;
}

/** Begins a dossier for the person who gave the consent: by a procedure's code, or its name and a choice. */
export function BeginForm({ consent, typed, problem, found }: BeginFormProps) {
  const { t } = useTexts();
  return (
    <form method="post" className="mc-stack mc-stack--snug">
      <RequestId form={`lap ${consent.consentId}`} />
      <input type="hidden" name="consentId" value={consent.consentId} />
      <TextField
        name="procedure"
        id={procedureFieldId(consent.consentId)}
        label={t('consent.begin.procedure')}
        hint={t('consent.begin.hint')}
        value={typed}
        problem={problem}
      />
      {found === undefined ? null : (
        <div role="status" className="mc-stack mc-stack--tight">
          <p className="mc-strong">{t('consent.begin.found')}</p>
          <ul>
            {found.map(({ code, name }) => (
              <li key={code}>
                <a href={beginAddress(code, consent.consentId)}>{name}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <button type="submit" name="intent" value="begin" className="ds-button" data-variant="primary">
          {t('consent.begin', { name: consent.principal })}
        </button>
      </div>
    </form>
  );
}
