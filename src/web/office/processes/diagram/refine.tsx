import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldRefusal } from '../../../../kernel/refusal.ts';
import { translateRefusal } from '../../../../texts/translate.ts';
import { randomUuid } from '../../../ui/form/random-uuid.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import type { UnitChoice } from '../edit/editor-props.ts';
import type { DiagramElement, ShownDiagram } from './diagram-parts.ts';
import { PropertiesPanel } from './properties-panel.tsx';

export interface RefineProps {
  readonly address: string;
  readonly xml: string;
  readonly version: number;
  readonly units: readonly UnitChoice[];
}

type Outcome =
  | { readonly kind: 'failed'; readonly text: string; readonly fields: readonly FieldRefusal[] }
  | { readonly kind: 'changed' | 'saving' };

/** The modeler with its panel; what is kept is read and proved by the server first. */
export function Refine({ address, xml, version, units }: RefineProps) {
  const { t, locale } = useTexts();
  const canvas = useRef<HTMLDivElement>(null);
  const [diagram, setDiagram] = useState<ShownDiagram>();
  const [element, setElement] = useState<{ readonly of: DiagramElement | undefined }>({ of: undefined });
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    const container = canvas.current;
    if (container === null) return;
    let opened: ShownDiagram | undefined;
    let isGone = false;
    void import('./open-modeler.ts').then(async ({ openModeler }) => {
      if (isGone) return;
      opened = await openModeler(container, xml);
      opened.onSelect((of) => setElement({ of }));
      opened.onChange(() => setOutcome({ kind: 'changed' }));
      setDiagram(opened);
    });
    return () => {
      isGone = true;
      opened?.destroy();
      container.replaceChildren();
    };
  }, [xml]);
  const save = useCallback(async () => {
    if (diagram === undefined) return;
    setOutcome({ kind: 'saving' });
    const body = JSON.stringify({
      requestId: randomUuid(),
      expectedVersion: version,
      xml: await diagram.xml(),
    });
    const answer = await fetch(`${address}/luu`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }).catch(() => undefined);
    if (answer?.ok === true) return window.location.assign(address);
    const said = (await answer?.json().catch(() => undefined)) as
      | { readonly type?: string; readonly fields?: readonly FieldRefusal[] }
      | undefined;
    const text =
      said?.type === undefined ? t('process.save.network') : translateRefusal(locale, { type: said.type });
    setOutcome({ kind: 'failed', text, fields: said?.fields ?? [] });
  }, [diagram, address, version, t, locale]);
  return (
    <div className="mc-stack">
      <div className="mc-bar">
        <button
          type="button"
          className="ds-button"
          data-variant="primary"
          disabled={diagram === undefined || outcome?.kind === 'saving'}
          onClick={save}
        >
          {t('process.diagram.save')}
        </button>
        <a className="ds-button" data-variant="tertiary" href={address}>
          {t('process.diagram.leave')}
        </a>
        <p role="status" className="mc-save">
          {diagram === undefined ? t('process.diagram.opening') : null}
          {outcome?.kind === 'changed' ? t('process.diagram.changed') : null}
          {outcome?.kind === 'saving' ? t('form.saving') : null}
        </p>
      </div>
      {outcome?.kind === 'failed' ? (
        <div role="alert">
          <Notice tone="danger" title={outcome.text}>
            <ul className="mc-findings">
              {outcome.fields.map((field) => (
                <li key={`${field.pointer} ${field.type}`}>
                  <button
                    type="button"
                    className="ds-button"
                    data-variant="tertiary"
                    data-size="sm"
                    onClick={() => diagram?.select(field.pointer.slice('/elements/'.length))}
                  >
                    {String(field.params?.element ?? '')}
                  </button>
                  {translateRefusal(locale, field)}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <div className="mc-refine">
        <section
          className="mc-diagram mc-diagram--edit"
          ref={canvas}
          aria-label={t('process.diagram.canvas')}
        />
        {diagram === undefined ? null : (
          <PropertiesPanel diagram={diagram} element={element.of} units={units} />
        )}
      </div>
    </div>
  );
}
