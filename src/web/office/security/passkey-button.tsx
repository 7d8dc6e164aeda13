import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { useEffect, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../../ui/use-texts.ts';

interface PasskeyButtonProps {
  /** `prove` signs with one; `first` makes the account's first one, `add` a further one. */
  readonly kind: 'prove' | 'first' | 'add';
  readonly returnPath: string;
}

const address = '/can-bo/xac-thuc/khoa';

/** Signs with a passkey or makes one. Shown only where the browser can: without script there is the code. */
export function PasskeyButton({ kind, returnPath }: PasskeyButtonProps) {
  const { t } = useTexts();
  const [able, setAble] = useState(false);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  useEffect(() => setAble('PublicKeyCredential' in window), []);
  if (!able) return null;
  const press = async () => {
    setState('busy');
    if (await answer(kind)) window.location.assign(returnPath);
    else setState('failed');
  };
  return (
    <div className="mc-stack mc-stack--tight">
      <button
        type="button"
        className={kind === 'prove' ? 'ds-button mc-sign-in__button' : 'ds-button mc-fit'}
        data-variant="secondary"
        disabled={state === 'busy'}
        onClick={press}
      >
        <Icon name="check" /> {t(kind === 'prove' ? 'security.passkey.use' : 'security.passkey.make')}
      </button>
      {state === 'failed' ? (
        <Notice tone="warning" announced>
          <p>{t('security.passkey.failed')}</p>
        </Notice>
      ) : null}
    </div>
  );
}

/** Options from the server, the authenticator's answer, the server's verdict. */
async function answer(kind: PasskeyButtonProps['kind']): Promise<boolean> {
  try {
    const options = await send({ kind, step: 'options' });
    const response =
      kind === 'prove'
        ? await startAuthentication({ optionsJSON: options })
        : await startRegistration({ optionsJSON: options });
    await send({ kind, step: 'answer', response });
    return true;
  } catch {
    return false;
  }
}

async function send(body: object) {
  const reply = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(String(reply.status));
  return reply.json();
}
