import { useCallback, useReducer } from 'react';
import type { DraftFaults } from '../../../../modules/catalogue/contract.ts';
import { editorReducer } from './editor-state.ts';
import type { Row } from './row-values.ts';
import { useSaving } from './use-saving.ts';

export interface OpenDraft {
  readonly document: Row;
  readonly version: number;
  readonly faults: DraftFaults;
}

/** A text open to be typed in: as it stands, its steps back and forth, and its keeping. */
export function useDraftEditor(first: OpenDraft, url: string) {
  const [{ document, past, future }, act] = useReducer(editorReducer, {
    document: first.document,
    past: [],
    future: [],
  });
  const onJoin = useCallback((joined: Row) => act({ kind: 'join', document: joined }), []);
  const saving = useSaving({ url, first, document, onJoin });
  const change = useCallback(
    (changed: Row, typing?: string) =>
      act({ kind: 'change', document: changed, ...(typing === undefined ? {} : { typing }) }),
    [],
  );
  const undo = useCallback(() => act({ kind: 'undo' }), []);
  const redo = useCallback(() => act({ kind: 'redo' }), []);
  const steps = { canUndo: past.length > 0, canRedo: future.length > 0 };
  return { document, change, undo, redo, ...steps, saving };
}

export type DraftEditor = ReturnType<typeof useDraftEditor>;
