import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftContent } from '../../../../modules/process/contract.ts';
import { randomUuid } from '../../../ui/form/random-uuid.ts';
import type { SaveState } from '../../../ui/form/use-autosave.ts';

/** What another editor has saved meanwhile. */
export interface Theirs {
  readonly content: DraftContent;
  readonly version: number;
  readonly savedBy: string;
  readonly savedAt: string;
}

/** Milliseconds without a change after which the draft is kept. */
const quiet = 1200;

/**
 * Keeps the draft while it is written, one save at a time. When somebody else saved first nothing is sent any more
 * until the person has decided what becomes of both (`settle`).
 */
export function useDraftSaving(url: string, content: DraftContent, first: { readonly version: number }) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [theirs, setTheirs] = useState<Theirs>();
  const version = useRef(first.version);
  const kept = useRef(content);
  const latest = useRef(content);
  const running = useRef(Promise.resolve());
  const blocked = useRef(false);
  latest.current = content;

  const save = useCallback(() => {
    running.current = running.current.then(async () => {
      const sent = latest.current;
      if (blocked.current || sent === kept.current) return;
      setState({ kind: 'saving' });
      const outcome = await send(url, sent, version.current);
      if (outcome.kind === 'saved') {
        version.current = outcome.version;
        kept.current = sent;
        setState({ kind: 'saved', at: outcome.at });
      } else if (outcome.kind === 'theirs') {
        blocked.current = true;
        setTheirs(outcome.theirs);
        setState({ kind: 'failed', reason: 'changed' });
      } else setState(outcome);
    });
    return running.current;
  }, [url]);

  useEffect(() => {
    if (content === kept.current || blocked.current) return;
    const timer = window.setTimeout(save, quiet);
    return () => window.clearTimeout(timer);
  }, [content, save]);
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void save();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => document.removeEventListener('visibilitychange', hidden);
  }, [save]);

  /** The other's state was seen: what is written next is saved on top of it. */
  const settle = useCallback((seen: Theirs) => {
    version.current = seen.version;
    kept.current = seen.content;
    blocked.current = false;
    setTheirs(undefined);
    setState({ kind: 'idle' });
  }, []);
  return { state, theirs, save, settle, keptContent: () => kept.current, version: () => version.current };
}

type Outcome =
  | Extract<SaveState, { kind: 'failed' }>
  | { readonly kind: 'saved'; readonly at: Date; readonly version: number }
  | { readonly kind: 'theirs'; readonly theirs: Theirs };

async function send(url: string, content: DraftContent, expectedVersion: number): Promise<Outcome> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requestId: randomUuid(), expectedVersion, content }),
    });
    if (answer.status === 401) return { kind: 'failed', reason: 'signedOut' };
    if (answer.status === 409) return { kind: 'theirs', theirs: (await answer.json()) as Theirs };
    if (!answer.ok) return { kind: 'failed', reason: 'network' };
    const saved = (await answer.json()) as { readonly version: number; readonly savedAt: string };
    return { kind: 'saved', at: new Date(saved.savedAt), version: saved.version };
  } catch {
    return { kind: 'failed', reason: 'network' };
  }
}
