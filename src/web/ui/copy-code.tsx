import { useEffect, useState } from 'react';
import { Icon } from './icon.tsx';
import { useTexts } from './use-texts.ts';

/** A code to quote, large and selectable; with script also a button that copies it. */
export function CopyCode({ code }: { readonly code: string }) {
  const { t } = useTexts();
  const [state, setState] = useState<'plain' | 'ready' | 'copied'>('plain');
  useEffect(() => setState('ready'), []);
  const copy = () => navigator.clipboard.writeText(code).then(() => setState('copied'));
  return (
    <span className="mc-copy">
      <code className="mc-code mc-code--large">{code}</code>
      {state === 'plain' ? null : (
        <button type="button" className="ds-button" data-variant="tertiary" onClick={copy}>
          <Icon name={state === 'copied' ? 'check' : 'copy'} />
          <span aria-live="polite">{t(state === 'copied' ? 'common.copied' : 'common.copy')}</span>
        </button>
      )}
    </span>
  );
}
