import type { Refusal } from '../../../kernel/refusal.ts';
import { consentScopes } from '../../../modules/identity/contract.ts';
import { SelectField, TextField, useProblems } from '../fields.tsx';
import { Notice } from '../notice.tsx';
import { RequestId } from '../request-id.tsx';
import { useTexts } from '../use-texts.ts';
import type { Typed } from './consent-errors.tsx';

export interface GiveConsentProps {
  readonly title: string;
  readonly what?: string;
  /** At a counter: whose consent it is, as their identity card says. */
  readonly asksPrincipal: boolean;
  readonly refusal: Refusal | undefined;
  readonly typed: Typed;
  /** The code just made. */
  readonly code: string | undefined;
}

/** Makes the code that lets a helper hand in. */
export function GiveConsent({ title, what, asksPrincipal, refusal, typed, code }: GiveConsentProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const field = (name: string) => ({
    name,
    value: typed[name],
    problem: problem(`/${name.replace('.', '/')}`),
  });
  return (
    <section className="mc-panel mc-stack mc-stack--snug">
      <h2>{title}</h2>
      {what === undefined ? null : <p>{what}</p>}
      {code === undefined ? null : (
        <Notice tone="success" title={t('consent.code')} announced>
          <p>
            <code className="mc-code mc-code--large">{code}</code>
          </p>
          <p>{t('consent.code.what')}</p>
        </Notice>
      )}
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form="dong-y" />
        {asksPrincipal ? (
          <>
            <TextField {...field('principal.name')} label={t('office.party.name')} />
            <TextField
              {...field('principal.identityNumber')}
              label={t('office.party.identity')}
              inputMode="numeric"
            />
            <TextField
              {...field('principal.phone')}
              label={t('office.party.phone')}
              inputMode="tel"
              isOptional
            />
          </>
        ) : null}
        <SelectField
          {...field('scope')}
          label={t('consent.scope')}
          options={consentScopes.map((value) => ({ value, label: t(`consent.scope.${value}`) }))}
        />
        <TextField
          {...field('untilOn')}
          type="date"
          label={t('consent.until')}
          hint={t('consent.until.hint')}
        />
        <div>
          <button type="submit" name="intent" value="give" className="ds-button" data-variant="primary">
            {t('consent.give.submit')}
          </button>
        </div>
      </form>
    </section>
  );
}
