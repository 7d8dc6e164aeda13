import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly reason: 'network' | 'signedOut' | 'changed' };

/** Milliseconds without a key stroke after which what was typed is kept. */
const quiet = 1500;

/**
 * Keeps what is typed without being asked. One save runs at a time; `settled` waits for it, so that sending the
 * form afterwards does not collide with it. `version` is the draft's, for the form's hidden field.
 */
export function useAutosave(url: string, form: RefObject<HTMLFormElement | null>, firstVersion: number) {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [version, setVersion] = useState(firstVersion);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());
  const current = useRef(firstVersion);

  const save = useCallback(() => {
    window.clearTimeout(timer.current);
    running.current = running.current.then(async () => {
      if (form.current === null) return;
      setState({ kind: 'saving' });
      const outcome = await send(url, new FormData(form.current), current.current);
      if (outcome.kind === 'saved') {
        current.current = outcome.version;
        setVersion(outcome.version);
      }
      setState(outcome);
    });
    return running.current;
  }, [url, form]);

  const touched = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(save, quiet);
  }, [save]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const settled = useCallback(() => {
    window.clearTimeout(timer.current);
    return running.current;
  }, []);
  return { state, version, touched, save, settled };
}

type Outcome = Extract<SaveState, { kind: 'failed' }> | { kind: 'saved'; at: Date; version: number };

async function send(url: string, body: FormData, version: number): Promise<Outcome> {
  body.set('version', String(version));
  body.set('requestId', randomUuid());
  try {
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(textsOf(body)) });
    if (answer.status === 401) return { kind: 'failed', reason: 'signedOut' };
    if (answer.status === 409) return { kind: 'failed', reason: 'changed' };
    if (!answer.ok) return { kind: 'failed', reason: 'network' };
    const saved = (await answer.json()) as { version: number; savedAt: string };
    return { kind: 'saved', at: new Date(saved.savedAt), version: saved.version };
  } catch {
    return { kind: 'failed', reason: 'network' };
  }
}

function textsOf(body: FormData): [string, string][] {
  return [...body].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

/** A version 4 UUID; `crypto.randomUUID` is missing where the page is not served over https. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
