import { hasText } from '../../../texts/translate.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ActForm } from './act-form.tsx';
import { PersonFields } from './person-fields.tsx';
import type { SectionProps } from './section-props.ts';

/** Name and contacts, closing the account and opening it again. */
export function AccountSection({ person, form, typed, refusal }: SectionProps) {
  const { t } = useTexts();
  const { name, phone = '', email = '', createdAt, closedAt, isSelf } = person;
  const isChange = form === 'change';
  const isClose = form === 'close';
  return (
    <section className="mc-panel mc-stack" aria-labelledby="tai-khoan">
      <h2 id="tai-khoan">{t('people.account')}</h2>
      <p className="mc-subtle">
        {t('people.account.since')} <DateTime at={new Date(createdAt)} />
        {closedAt === undefined ? null : (
          <>
            {' · '}
            {t('people.account.closed')} <DateTime at={new Date(closedAt)} />
          </>
        )}
      </p>
      <Disclosure summary={t('people.change')} open={isChange}>
        <ActForm form="change" intent="change" label={t('people.change.do')}>
          <PersonFields
            prefix="change"
            typed={isChange ? typed : { name, phone, email }}
            refusal={isChange ? refusal : undefined}
          />
        </ActForm>
      </Disclosure>
      {closedAt === undefined ? null : (
        <ActForm
          form="reopen"
          intent="reopen"
          label={t('people.reopen')}
          effect={t('people.reopen.effect')}
        />
      )}
      {closedAt !== undefined || isSelf ? null : (
        <Disclosure summary={t('people.close')} open={isClose}>
          <ActForm
            form="close"
            intent="close"
            label={t('people.close')}
            effect={t('people.close.effect')}
            reason={{ typed: isClose ? typed : {}, refusal: isClose ? refusal : undefined }}
          />
        </Disclosure>
      )}
      <Reasons reasons={person.reasons} />
    </section>
  );
}

/** What was written about deeds on the account, for whoever administers it. */
function Reasons({ reasons }: Pick<SectionProps['person'], 'reasons'>) {
  const { t } = useTexts();
  if (reasons.length === 0) return null;
  return (
    <>
      <h3>{t('people.reasons')}</h3>
      <p className="mc-subtle mc-small">{t('people.reasons.note')}</p>
      <ul className="mc-cards">
        {reasons.map(({ did, reason, at, by }) => {
          const deed = `audit.did.${did}`;
          return (
            <li key={`${did}${at}`} className="mc-card mc-stack mc-stack--tight">
              <strong>{hasText(deed) ? t(deed) : did}</strong>
              <span>{reason}</span>
              <span className="mc-subtle mc-small">
                {by} · <DateTime at={new Date(at)} />
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
