import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { deviceOf } from '../security/device-of.ts';
import { ActForm } from './act-form.tsx';
import { resetsHome } from './addresses.ts';
import type { SectionProps } from './section-props.ts';

/** How the person signs in: code for a password, second factor, machines, slowdown. */
export function SignInSection(props: SectionProps) {
  const { t } = useTexts();
  const { person } = props;
  const { hasPassword, codeUntil, factors, demandsFactor, isSelf, closedAt } = person;
  const isOpen = closedAt === undefined && !isSelf;
  return (
    <section className="mc-panel mc-stack" aria-labelledby="dang-nhap">
      <h2 id="dang-nhap">{t('people.sign-in')}</h2>
      <DefinitionList
        items={[
          {
            term: t('people.password'),
            value: hasPassword ? t('people.password.set') : t('people.password.none'),
          },
          {
            term: t('people.code'),
            value:
              codeUntil === undefined ? (
                t('people.code.none')
              ) : (
                <>
                  {t('people.code.until')} <DateTime at={new Date(codeUntil)} />
                </>
              ),
          },
          {
            term: t('province.person'),
            value:
              person.linkedAt === undefined ? (
                t('province.person.none')
              ) : (
                <>
                  {t('province.person.linked')} <DateTime at={new Date(person.linkedAt)} />
                </>
              ),
          },
          {
            term: t('security.factors'),
            value: t('people.factors', { count: factors, demanded: demandsFactor ? 'yes' : 'no' }),
          },
        ]}
      />
      <Slowdown {...props} />
      {isOpen ? (
        <Disclosure summary={t(hasPassword ? 'people.code.anew' : 'people.code.issue')}>
          <ActForm
            form="code"
            intent="code"
            label={t('people.code.issue')}
            effect={t('people.code.effect')}
            variant="primary"
          />
        </Disclosure>
      ) : null}
      {isOpen ? <FactorReset {...props} /> : null}
      <Unlink {...props} />
      <Machines {...props} />
    </section>
  );
}

function Slowdown({ person: { slowdown } }: SectionProps) {
  const { t } = useTexts();
  if (slowdown.failures === 0) return null;
  return (
    <Notice tone="warning" title={t('people.slowdown')}>
      <p>{t('people.slowdown.body', { failures: slowdown.failures, addresses: slowdown.addresses })}</p>
      {slowdown.until === undefined ? null : (
        <p>
          {t('people.slowdown.until')} <DateTime at={new Date(slowdown.until)} />
        </p>
      )}
      <ActForm form="lift" intent="lift" label={t('people.slowdown.lift')} />
    </Notice>
  );
}

function FactorReset(props: SectionProps) {
  const { factors, reset } = props.person;
  const { t } = useTexts();
  if (reset !== undefined)
    return (
      <Notice tone="info" title={t('people.reset.waits')}>
        <p>{t('people.reset.asked-by', { name: reset.askedBy, reason: reset.reason })}</p>
        <p>
          <a href={resetsHome}>{t('people.resets.title')}</a>
        </p>
      </Notice>
    );
  if (factors === 0) return null;
  return (
    <FoldedAct {...props} act="ask-reset" label={t('people.reset.ask')} effect={t('people.reset.effect')} />
  );
}

function Unlink(props: SectionProps) {
  const { t } = useTexts();
  if (props.person.linkedAt === undefined) return null;
  return (
    <FoldedAct
      {...props}
      act="unlink-province"
      label={t('province.person.unlink')}
      effect={t('province.person.unlink.effect')}
    />
  );
}

/** An act that wants a reason, folded away until it is asked for or was refused. */
function FoldedAct({
  form,
  typed,
  refusal,
  act,
  label,
  effect,
}: SectionProps & { readonly act: string; readonly label: string; readonly effect: string }) {
  const isHere = form === act;
  return (
    <Disclosure summary={label} open={isHere}>
      <ActForm
        form={act}
        intent={act}
        label={label}
        effect={effect}
        reason={{ typed: isHere ? typed : {}, refusal: isHere ? refusal : undefined }}
      />
    </Disclosure>
  );
}

function Machines({ person: { sessions }, form, typed, refusal }: SectionProps) {
  const { t } = useTexts();
  if (sessions.length === 0) return <p className="mc-subtle">{t('people.sessions.none')}</p>;
  const isHere = form === 'end-sessions';
  return (
    <>
      <h3>{t('security.sessions')}</h3>
      <ul className="mc-cards">
        {sessions.map(({ sessionId, createdAt, seenAt, ip, userAgent, byProvince }) => (
          <li key={sessionId} className="mc-card mc-stack mc-stack--tight">
            <strong>{deviceOf(userAgent) ?? t('security.sessions.unknown')}</strong>
            <span className="mc-subtle mc-small">
              {ip === undefined ? null : <>{t('security.sessions.from', { ip })} · </>}
              {t('security.sessions.since')} <DateTime at={new Date(createdAt)} /> ·{' '}
              {t('security.sessions.seen')} <DateTime at={new Date(seenAt)} />
              {byProvince ? <> · {t('province.session')}</> : null}
            </span>
          </li>
        ))}
      </ul>
      <Disclosure summary={t('people.sessions.end')} open={isHere}>
        <ActForm
          form="end-sessions"
          intent="end-sessions"
          label={t('people.sessions.end')}
          reason={{ typed: isHere ? typed : {}, refusal: isHere ? refusal : undefined }}
        >
          <SessionChoice sessions={sessions} />
        </ActForm>
      </Disclosure>
    </>
  );
}

function SessionChoice({ sessions }: Pick<SectionProps['person'], 'sessions'>) {
  const { t } = useTexts();
  return (
    <SelectField
      name="sessionId"
      id="end-sessions.sessionId"
      label={t('people.sessions.which')}
      empty={t('people.sessions.all')}
      options={sessions.map(({ sessionId, ip, userAgent }) => ({
        value: sessionId,
        label: [deviceOf(userAgent) ?? t('security.sessions.unknown'), ip].filter(Boolean).join(', '),
      }))}
    />
  );
}
