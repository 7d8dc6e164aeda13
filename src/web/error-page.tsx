import { isRouteErrorResponse, useLocation, useRouteLoaderData } from 'react-router';
import type { Refusal } from '../kernel/refusal.ts';
import type { TextKey } from '../texts/catalogue.ts';
import { translateRefusal } from '../texts/translate.ts';
import { permissionOfPage, whyAddress } from './office/permission-of-page.ts';
import { refusalOf } from './refusals.ts';
import type { loader } from './root-loader.ts';
import { useTexts } from './ui/use-texts.ts';

interface ErrorTexts {
  readonly title: TextKey;
  readonly body: TextKey;
}

const notFound: ErrorTexts = { title: 'errors.not-found.title', body: 'errors.not-found.body' };
const internal: ErrorTexts = { title: 'errors.internal.title', body: 'errors.internal.body' };

const textsOfStatus: Readonly<Record<number, ErrorTexts>> = {
  401: { title: 'errors.expired.title', body: 'errors.expired.body' },
  403: { title: 'errors.forbidden.title', body: 'errors.forbidden.body' },
  404: notFound,
  409: { title: 'errors.conflict.title', body: 'errors.conflict.body' },
  413: { title: 'errors.too-large.title', body: 'errors.too-large.body' },
  422: { title: 'errors.invalid.title', body: 'errors.invalid.body' },
  429: { title: 'errors.too-many.title', body: 'errors.too-many.body' },
  503: { title: 'errors.unavailable.title', body: 'errors.unavailable.body' },
};

/** The designed page of everything that ends a request early: what happened, what to do, a code to quote. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const { t, locale } = useTexts();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const refusal = isRouteErrorResponse(error) ? refusalOf(error.data) : undefined;
  const texts = textsOfStatus[status] ?? internal;
  const frame = useRouteLoaderData<typeof loader>('root');
  return (
    <section className="mc-error">
      <title>{`${t(texts.title)} – ${t('portal.brand')}`}</title>
      <p className="mc-error__status" aria-hidden="true">
        {status}
      </p>
      <div className="mc-stack">
        <h1>{t(texts.title)}</h1>
        <p className="mc-lead">{refusal === undefined ? t(texts.body) : translateRefusal(locale, refusal)}</p>
        <ErrorActions status={status} refusal={refusal} />
        {status >= 500 && frame !== undefined ? (
          <p className="mc-subtle mc-small">
            {t('errors.quote')} <code className="mc-code">{frame.httpRequestId}</code>
          </p>
        ) : null}
      </div>
    </section>
  );
}

function ErrorActions({
  status,
  refusal,
}: {
  readonly status: number;
  readonly refusal: Refusal | undefined;
}) {
  const { t, locale } = useTexts();
  const { pathname, search } = useLocation();
  const frame = useRouteLoaderData<typeof loader>('root');
  const failed = frame?.failedPath ?? pathname + search;
  const office = failed.startsWith('/can-bo');
  const home = office ? '/can-bo' : locale === 'en' ? '/en' : '/';
  const signIn = office || frame?.endedOf === 'officer' ? '/can-bo/dang-nhap' : '/dang-nhap';
  return (
    <div className="mc-row">
      {status === 401 ? (
        <a className="ds-button" data-variant="primary" href={`${signIn}?tiep=${encodeURIComponent(failed)}`}>
          {t('errors.sign-in-again')}
        </a>
      ) : null}
      {refusal?.type === 'identity.consent-ended' ? (
        <a
          className="ds-button"
          data-variant="primary"
          href={frame?.account?.kind === 'officer' ? '/can-bo/ho-tro' : '/tai-khoan/ho-tro'}
        >
          {t('consent.link')}
        </a>
      ) : null}
      {status >= 500 ? (
        <a className="ds-button" data-variant="primary" href={failed}>
          {t('errors.try-again')}
        </a>
      ) : null}
      {status === 404 && !office ? (
        <a className="ds-button" data-variant="primary" href={locale === 'en' ? '/en/thu-tuc' : '/thu-tuc'}>
          {t('errors.find-procedure')}
        </a>
      ) : null}
      {office && frame?.account?.kind === 'officer' && (status === 403 || status === 404) ? (
        <a
          className="ds-button"
          data-variant="primary"
          href={whyAddress(permissionOfPage(new URL(failed, 'http://page').pathname))}
        >
          {t('errors.why')}
        </a>
      ) : null}
      <a className="ds-button" data-variant="secondary" href={home}>
        {t('errors.home')}
      </a>
      {refusal?.type === 'identity.session-expired' ? <SendAgain signIn={signIn} /> : null}
    </div>
  );
}

/** The answer to a form that was sent too late: loaded again, the browser sends the same form, this time as somebody. */
function SendAgain({ signIn }: { readonly signIn: string }) {
  const { t } = useTexts();
  return (
    <p className="mc-error__more">
      {t('errors.expired.sent')}{' '}
      <a href={signIn} target="_blank" rel="noreferrer">
        {t('errors.expired.new-tab')}
      </a>
    </p>
  );
}
