import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../ui/use-texts.ts';

/** A diagram to look at; without script the table beneath says the same. */
export function Drawing({ xml }: { readonly xml: string }) {
  const { t } = useTexts();
  const canvas = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'opening' | 'shown' | 'failed'>('opening');
  useEffect(() => {
    const container = canvas.current;
    if (container === null) return;
    let destroy: (() => void) | undefined;
    let isGone = false;
    import('./open-viewer.ts')
      .then(async ({ openViewer }) => {
        if (isGone) return;
        const viewer = await openViewer(container, xml);
        destroy = viewer.destroy;
        setState('shown');
      })
      .catch(() => setState('failed'));
    return () => {
      isGone = true;
      destroy?.();
      container.replaceChildren();
    };
  }, [xml]);
  return (
    <section className="mc-figure" aria-label={t('process.diagram.of')}>
      <div className="mc-diagram" ref={canvas} />
      <p className="mc-subtle mc-small" role="status">
        {t(`process.diagram.${state}`)}
      </p>
    </section>
  );
}
