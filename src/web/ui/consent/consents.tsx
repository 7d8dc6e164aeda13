import type { Refusal } from '../../../kernel/refusal.ts';
import type { HelpedDossier, HelpedDraft } from '../../../modules/dossiers/contract.ts';
import type { ConsentView } from '../../../modules/identity/contract.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { TextField, useProblems } from '../fields.tsx';
import { RequestId } from '../request-id.tsx';
import { StatusTag } from '../status-tag.tsx';
import { useTexts } from '../use-texts.ts';
import { BeginForm, type FoundProcedure } from './begin-form.tsx';
import type { Typed } from './consent-errors.tsx';

export interface ConsentsProps {
  readonly consents: readonly ConsentView[];
  readonly dossiers: readonly HelpedDossier[];
  readonly drafts: readonly HelpedDraft[];
}

export interface GivenConsentsProps extends Pick<ConsentsProps, 'consents' | 'dossiers'> {
  /** Written down for citizens, who are named then. */
  readonly atCounter?: boolean;
}

export interface HeldConsentsProps extends ConsentsProps {
  readonly refusal: Refusal | undefined;
  readonly typed: Typed;
  /** Procedures by the name typed under one of them. */
  readonly found: readonly FoundProcedure[] | undefined;
}

/** Consents somebody gave: whom they let help, what was done, and the way to end it. */
export function GivenConsents({ consents, dossiers, atCounter = false }: GivenConsentsProps) {
  const { t } = useTexts();
  const given = consents.filter(({ isGiven }) => isGiven);
  return (
    <section className="mc-stack">
      <h2>{t(atCounter ? 'consent.office.given' : 'consent.given')}</h2>
      {given.length === 0 ? (
        <p className="mc-subtle">{t(atCounter ? 'consent.office.given.none' : 'consent.given.none')}</p>
      ) : null}
      <ul className="mc-cards">
        {given.map((consent) => (
          <li key={consent.consentId} className="mc-card">
            <div className="mc-stack mc-stack--tight">
              <p className="mc-strong">{consent.helper ?? t('consent.not-redeemed')}</p>
              {atCounter ? <p>{t('consent.office.given.of', { name: consent.principal })}</p> : null}
              <ConsentFacts consent={consent} dossiers={dossiers} />
              <Done dossiers={dossiers.filter(({ consentId }) => consentId === consent.consentId)} />
              <EndForm consent={consent} label={t('consent.revoke')} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Consents the person holds: for whom they may hand in, and where they begin. */
export function HeldConsents({ consents, dossiers, drafts, refusal, typed, found }: HeldConsentsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const held = consents.filter(({ isGiven }) => !isGiven);
  return (
    <section className="mc-stack">
      <h2>{t('consent.held')}</h2>
      <form method="post" className="mc-panel mc-stack mc-stack--snug">
        <RequestId form="nhan-ma" />
        <TextField
          name="code"
          label={t('consent.redeem.code')}
          hint={t('consent.redeem')}
          value={typed.code}
          problem={problem('/code')}
        />
        <div>
          <button type="submit" name="intent" value="redeem" className="ds-button" data-variant="secondary">
            {t('consent.redeem.submit')}
          </button>
        </div>
      </form>
      {held.length === 0 ? <p className="mc-subtle">{t('consent.held.none')}</p> : null}
      <ul className="mc-cards">
        {held.map((consent) => (
          <li key={consent.consentId} className="mc-card">
            <div className="mc-stack mc-stack--tight">
              <p className="mc-strong">{consent.principal}</p>
              <ConsentFacts consent={consent} dossiers={dossiers} />
              {drafts
                .filter(({ consentId }) => consent.inForce && consentId === consent.consentId)
                .map((draft) => (
                  <p key={draft.draftId}>
                    {t('consent.draft')} <a href={`/ban-khai/${draft.draftId}`}>{draft.procedureName}</a>
                  </p>
                ))}
              {consent.inForce ? (
                <BeginForm
                  consent={consent}
                  {...(typed.consentId === consent.consentId && {
                    typed: typed.procedure,
                    problem: problem('/procedure'),
                    found,
                  })}
                />
              ) : null}
              <Done dossiers={dossiers.filter(({ consentId }) => consentId === consent.consentId)} />
              {consent.inForce ? <EndForm consent={consent} label={t('consent.give-back')} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One dossier was allowed and was handed in: ended as it should. */
function isUsed(consent: ConsentView, dossiers: readonly HelpedDossier[]): boolean {
  return consent.scope === 'dossier' && dossiers.some(({ consentId }) => consentId === consent.consentId);
}

function ConsentFacts({
  consent,
  dossiers,
}: Pick<ConsentsProps, 'dossiers'> & { readonly consent: ConsentView }) {
  const { t, locale } = useTexts();
  const at = (iso: string) => formatDateTime(new Date(iso), locale);
  const facts = [
    t(`consent.scope.${consent.scope}`),
    t('consent.until-day', { day: formatDate(consent.untilOn) }),
    t(`consent.how.${consent.how}`, { at: at(consent.givenAt) }),
    ...(consent.revokedAt === undefined ? [] : [t('consent.revoked', { at: at(consent.revokedAt) })]),
  ];
  return (
    <>
      <p className="mc-subtle mc-small">{facts.join(', ')}</p>
      {consent.inForce ? (
        <StatusTag tone="success">{t('consent.in-force')}</StatusTag>
      ) : consent.helper === undefined && consent.revokedAt === undefined ? null : (
        <StatusTag tone="neutral">
          {t(isUsed(consent, dossiers) ? 'consent.used' : 'consent.ended')}
        </StatusTag>
      )}
    </>
  );
}

function Done({ dossiers }: { readonly dossiers: readonly HelpedDossier[] }) {
  const { t, locale } = useTexts();
  return dossiers.map(({ dossierId, code, procedureName, submittedAt, isOwn }) => (
    <p key={dossierId}>
      {isOwn ? <a href={`/ho-so/${dossierId}`}>{procedureName}</a> : procedureName}
      <br />
      <span className="mc-small mc-subtle">
        {t('consent.dossier', { code, at: formatDateTime(new Date(submittedAt), locale) })}
      </span>
    </p>
  ));
}

function EndForm({ consent, label }: { readonly consent: ConsentView; readonly label: string }) {
  const isWaiting = consent.helper === undefined && consent.revokedAt === undefined;
  if (!consent.inForce && !isWaiting) return null;
  return (
    <form method="post">
      <RequestId form={`thu-hoi ${consent.consentId}`} />
      <input type="hidden" name="consentId" value={consent.consentId} />
      <button
        type="submit"
        name="intent"
        value="revoke"
        className="ds-button"
        data-variant="secondary"
        data-size="sm"
      >
        {label}
        <span className="mc-visually-hidden"> {consent.helper ?? consent.principal}</span>
      </button>
    </form>
  );
}
