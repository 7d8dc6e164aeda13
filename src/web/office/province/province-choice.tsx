import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** Where somebody who has signed out here signs out at the province's issuer too. */
export const provinceSignOut = '/can-bo/dang-nhap/tinh/ra';

interface ProvinceChoiceProps {
  readonly href: string;
  readonly isSimulated: boolean;
}

/** The other way to sign in, below the password. */
export function ProvinceChoice({ href, isSimulated }: ProvinceChoiceProps) {
  const { t } = useTexts();
  return (
    <div className="mc-panel mc-stack">
      <a className="ds-button mc-sign-in__button" data-variant="secondary" href={href}>
        <Icon name="user" /> {t(isSimulated ? 'province.sign-in.simulated' : 'province.sign-in')}
      </a>
      <p className="mc-small">{t('province.sign-in.note')}</p>
    </div>
  );
}

/** After signing out of a session that was opened there. */
export function SignedOut({ signedOut }: { readonly signedOut: 'there' | 'stays' | undefined }) {
  const { t } = useTexts();
  if (signedOut === undefined) return null;
  return (
    <Notice tone={signedOut === 'there' ? 'success' : 'warning'} announced title={t('province.signed-out')}>
      {signedOut === 'stays' ? (
        <p>{t('province.signed-out.stays')}</p>
      ) : (
        <p>
          {t('province.signed-out.there')} <a href={provinceSignOut}>{t('province.signed-out.do')}</a>
        </p>
      )}
    </Notice>
  );
}
