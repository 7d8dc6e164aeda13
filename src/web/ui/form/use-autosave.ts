import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { z } from 'zod';
import { randomUuid } from './random-uuid.ts';

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly reason: 'network' | 'signedOut' | 'changed' }
  /** Trying again changes nothing: the server's sentence says what does. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Milliseconds without a key stroke after which what was typed is kept. */
const quiet = 1500;

/**
 * Keeps what is typed without being asked, one save at a time. `save` keeps it now and tells whether that worked, so
 * that sending the form afterwards collides with nothing. `version` is the draft's, for the form's hidden field.
 */
export function useAutosave(url: string, form: RefObject<HTMLFormElement | null>, firstVersion: number) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [version, setVersion] = useState(firstVersion);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const current = useRef(firstVersion);

  const save = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    running.current = running.current.then(async () => {
      if (form.current === null) return false;
      setState({ kind: 'saving' });
      const outcome = await send(url, new FormData(form.current), current.current);
      if (outcome.kind === 'saved') current.current = outcome.version;
      // At once, because the form may be sent next with the hidden field.
      flushSync(() => {
        setVersion(current.current);
        setState(outcome);
      });
      return outcome.kind === 'saved';
    });
    return running.current;
  }, [url, form]);

  const touched = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(save, quiet);
    setState((known) => (known.kind === 'saved' ? { kind: 'idle' } : known));
  }, [save]);
  useEffect(() => {
    // Somebody looks elsewhere: kept at once. Not when the page itself goes: the next one would begin behind this save.
    const hidden = () => {
      if (document.visibilityState === 'hidden' && timer.current !== undefined) void save();
    };
    const pageGoes = () => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
    };
    window.addEventListener('pagehide', pageGoes);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('pagehide', pageGoes);
      document.removeEventListener('visibilitychange', hidden);
      window.clearTimeout(timer.current);
    };
  }, [save]);

  return { state, version, touched, save };
}

type Outcome =
  | Extract<SaveState, { kind: 'failed' | 'refused' }>
  | { kind: 'saved'; at: Date; version: number };

const saved = z.object({ version: z.number(), savedAt: z.string() });
const refused = z.object({ type: z.string(), sentence: z.string() });

async function send(url: string, body: FormData, version: number): Promise<Outcome> {
  body.set('version', String(version));
  body.set('requestId', randomUuid());
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(textsOf(body)),
    });
    if (answer.status === 401) return { kind: 'failed', reason: 'signedOut' };
    const told: unknown = await answer.json();
    if (answer.ok) {
      const { version, savedAt } = saved.parse(told);
      return { kind: 'saved', at: new Date(savedAt), version };
    }
    const { type, sentence } = refused.parse(told);
    return type === 'dossiers.draft-changed'
      ? { kind: 'failed', reason: 'changed' }
      : { kind: 'refused', sentence };
  } catch {
    return { kind: 'failed', reason: 'network' };
  }
}

function textsOf(body: FormData): [string, string][] {
  return [...body].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
