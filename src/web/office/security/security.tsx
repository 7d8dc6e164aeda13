import { redirect } from 'react-router';
import { type Translate, translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { securityRequest } from '../../portal/sign-in/session-token.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { qrPath } from '../../ui/qr-path.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/security.ts';
import { Factors } from './factors.tsx';
import { PasswordChange } from './password-change.tsx';
import { ProvinceAccount } from './province-account.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Sessions } from './sessions.tsx';

export const handle: PageHandle = { js: true };

const address = '/can-bo/bao-mat';

/** The officer's own sign-in: factors, recovery codes, machines, password. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const { enrolment, ...overview } = orErrorPage(
    await app.modules.identity.securityOverview(securityRequest(app, request)),
  );
  return {
    ...overview,
    enrolment: enrolment && { qr: qrPath(enrolment.uri), secret: enrolment.secret },
    isNew: new URL(request.url).searchParams.has('moi'),
    done: new URL(request.url).searchParams.get('xong') ?? undefined,
  };
}

/** One form each; whatever wants a fresh proof sends to it and back. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const { security, province } = app.modules.identity;
  const asked = securityRequest(app, request);
  const form = Object.fromEntries(await request.formData());
  const text = (name: string) => String(form[name] ?? '');
  if (text('_action') === 'recovery') {
    const made = await security.makeRecoveryCodes(asked);
    return made.ok ? { refusal: undefined, codes: made.value } : orProveAnew(made.refusal);
  }
  const acts: Readonly<Record<string, () => Promise<{ readonly ok: boolean }>>> = {
    enrol: () =>
      security.enrolTotp(asked, { label: text('label') || translate('vi', 'security.app') }, false),
    confirm: () => security.confirmTotp(asked, { code: text('code') }),
    drop: () => security.dropFactor(asked, { factorId: text('factorId') }),
    'end-session': () => security.endSession(asked, { sessionId: text('sessionId') }),
    unlink: () => province.unlink(asked),
    'drop-password': () => province.dropPassword(asked),
    'end-others': () => security.endOtherSessions(asked),
    password: () => security.changePassword(asked, { current: text('current'), next: text('next') }),
  };
  const act = Object.hasOwn(acts, text('_action')) ? acts[text('_action')] : undefined;
  const done = (await act?.()) as Awaited<ReturnType<typeof security.endOtherSessions>>;
  if (!done) throw redirect(address);
  if (!done.ok) return orProveAnew(done.refusal);
  return redirect(`${address}?xong=${text('_action')}`);
}

function orProveAnew(refusal: Parameters<typeof refusedPage>[0]) {
  if (refusal.type === 'identity.step-up-needed')
    throw redirect(`/can-bo/xac-thuc?tiep=${encodeURIComponent(address)}`);
  return refusedPage(refusal, { codes: undefined });
}

export default function Security({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle title={t('security.title')} lead={t('security.lead')} />
      <ErrorSummary refusal={refusal} labelOf={(pointer) => labelOf(pointer, t)} />
      {loaderData.isNew ? (
        <Notice tone="success" announced title={t('security.new')}>
          <p>{t('security.new.body')}</p>
        </Notice>
      ) : null}
      {loaderData.done !== undefined && loaderData.done !== 'enrol' && refusal === undefined ? (
        <Notice tone="success" announced>
          <p>{t('security.done')}</p>
        </Notice>
      ) : null}
      <Factors {...loaderData} refusal={refusal} />
      <RecoveryCodes left={loaderData.recoveryCodes} codes={actionData?.codes} />
      <Sessions sessions={loaderData.sessions} />
      {loaderData.province === undefined ? null : (
        <ProvinceAccount linkedAt={loaderData.province.linkedAt} hasPassword={loaderData.hasPassword} />
      )}
      <PasswordChange hasPassword={loaderData.hasPassword} refusal={refusal} />
    </div>
  );
}

function labelOf(pointer: string, t: Translate): string | undefined {
  if (pointer === '/current') return t('security.password.current');
  if (pointer === '/next') return t('security.password.next');
  return pointer === '/code' ? t('security.enrol.first-code') : undefined;
}
