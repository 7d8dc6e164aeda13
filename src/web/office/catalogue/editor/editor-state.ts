import type { Row } from './row-values.ts';

/** The text as it stands, what it was and what it was going to be. */
export interface EditorState {
  readonly document: Row;
  readonly past: readonly Row[];
  readonly future: readonly Row[];
  /** The cell last typed into: one word is one step back, not each letter. */
  readonly typing?: string | undefined;
}

export type EditorAction =
  | { readonly kind: 'change'; readonly document: Row; readonly typing?: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** A text from elsewhere joined with this one; what came before can still be gone back to. */
  | { readonly kind: 'join'; readonly document: Row };

/** Steps that can be taken back. */
const mostSteps = 200;

export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  const { document, past, future } = state;
  switch (action.kind) {
    case 'change': {
      if (action.document === document) return state;
      const continues = action.typing !== undefined && action.typing === state.typing;
      const steps = continues ? past : [...past, document].slice(-mostSteps);
      return { document: action.document, past: steps, future: [], typing: action.typing };
    }
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return state;
      return { document: before, past: past.slice(0, -1), future: [document, ...future] };
    }
    case 'redo': {
      const [after, ...later] = future;
      if (after === undefined) return state;
      return { document: after, past: [...past, document], future: later };
    }
    case 'join':
      return { document: action.document, past: [...past, document].slice(-mostSteps), future: [] };
  }
}
