import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { z } from 'zod';
import { type DraftFaults, diffDocuments, mergeDocuments } from '../../../../modules/catalogue/contract.ts';
import { randomUuid } from '../../../ui/form/random-uuid.ts';
import { isRow, type Row } from './row-values.ts';

/** A text somebody else saved meanwhile. */
export interface OtherText {
  readonly document: Row;
  readonly version: number;
  readonly who: string;
  /** The text both began with. */
  readonly base: Row;
}

export type SavingState =
  | { readonly kind: 'saved'; readonly at?: Date }
  | { readonly kind: 'waiting' | 'saving' | 'failed' | 'signedOut' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'merged'; readonly who: string }
  | { readonly kind: 'conflict'; readonly other: OtherText };

/** Milliseconds without a key stroke after which what was typed is kept. */
const quiet = 1500;

const fault = z.object({ pointer: z.string(), type: z.string() });
const faultsAnswer = z.object({ missing: z.array(fault), wrong: z.array(fault) });
const savedAnswer = z.object({ version: z.int(), savedAt: z.string(), faults: faultsAnswer });
const otherAnswer = z.object({ version: z.int(), document: z.custom<Row>(isRow), who: z.string() });
const refusedAnswer = z.object({ detail: z.string() });

export interface SavingOptions {
  /** Where to save and to ask what stands there now. */
  readonly url: string;
  readonly first: { readonly document: Row; readonly version: number; readonly faults: DraftFaults };
  readonly document: Row;
  /** Takes in a text joined from both. */
  readonly onJoin: (document: Row) => void;
}

/**
 * Keeps the text without being asked, one save at a time, each as the places that changed. Somebody else was faster:
 * what does not touch is joined, what does waits for a choice; nothing typed is ever thrown away.
 */
export function useSaving({ url, first, document, onJoin }: SavingOptions) {
  const [state, setState] = useState<SavingState>({ kind: 'saved' });
  const [kept, setKept] = useState<{ version: number; faults: DraftFaults }>(first);
  const known = useRef<{ document: Row; version: number }>(first);
  const latest = useRef(document);
  latest.current = document;
  const running = useRef(false);
  const asking = useRef(false);
  const timer = useRef<number>(undefined);

  const join = useCallback(
    (other: OtherText) => {
      const merged = mergeDocuments(other.base, latest.current, other.document);
      if (merged.conflicts.length > 0 || !isRow(merged.document)) {
        asking.current = true;
        return setState({ kind: 'conflict', other });
      }
      known.current = { document: other.document, version: other.version };
      setState({ kind: 'merged', who: other.who });
      onJoin(merged.document);
    },
    [onJoin],
  );

  const save = useCallback(async () => {
    window.clearTimeout(timer.current);
    // While a choice is asked for, nothing is sent over it.
    if (running.current || asking.current) return;
    const sent = latest.current;
    const patch = diffDocuments(known.current.document, sent);
    if (patch.length === 0)
      return setState((before) => (before.kind === 'waiting' ? { kind: 'saved' } : before));
    running.current = true;
    setState({ kind: 'saving' });
    const body = { requestId: randomUuid(), version: known.current.version, patch };
    const outcome = await send(url, body, known.current.document);
    running.current = false;
    if (outcome.kind === 'done') {
      known.current = { document: sent, version: outcome.version };
      // At once: the page's other forms may be sent next.
      flushSync(() => setKept({ version: outcome.version, faults: outcome.faults }));
    }
    if (outcome.kind === 'other') return join(outcome.other);
    const hasMore = latest.current !== sent;
    if (outcome.kind === 'done') setState(hasMore ? { kind: 'waiting' } : { kind: 'saved', at: outcome.at });
    else setState(outcome);
    if (outcome.kind === 'done' && hasMore) timer.current = window.setTimeout(save, quiet);
  }, [url, join]);

  useEffect(() => {
    if (document === known.current.document) return;
    setState((before) =>
      before.kind === 'conflict' || before.kind === 'merged' ? before : { kind: 'waiting' },
    );
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(save, quiet);
    return () => window.clearTimeout(timer.current);
  }, [document, save]);

  /** The choice is made: the joined text goes on from the other's version. */
  const settle = useCallback(
    (other: OtherText, joined: Row) => {
      known.current = { document: other.document, version: other.version };
      asking.current = false;
      setState({ kind: 'waiting' });
      onJoin(joined);
    },
    [onJoin],
  );

  /** Everything typed is with the server. */
  const isKept = useCallback(() => latest.current === known.current.document && !running.current, []);

  return { state, save, settle, isKept, ...kept };
}

type Outcome =
  | { readonly kind: 'done'; readonly version: number; readonly at: Date; readonly faults: DraftFaults }
  | { readonly kind: 'other'; readonly other: OtherText }
  | Extract<SavingState, { readonly kind: 'failed' | 'signedOut' | 'refused' }>
  | { readonly kind: 'failed' | 'signedOut' };

async function send(url: string, body: object, base: Row): Promise<Outcome> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status === 401) return { kind: 'signedOut' };
    if (answer.status === 409) return { kind: 'other', other: { ...(await readOther(url)), base } };
    if (answer.status >= 500) return { kind: 'failed' };
    const said: unknown = await answer.json();
    if (!answer.ok) return { kind: 'refused', reason: refusedAnswer.parse(said).detail };
    const saved = savedAnswer.parse(said);
    return { kind: 'done', version: saved.version, at: new Date(saved.savedAt), faults: saved.faults };
  } catch {
    return { kind: 'failed' };
  }
}

async function readOther(url: string): Promise<Omit<OtherText, 'base'>> {
  const answer = await fetch(url);
  return otherAnswer.parse(await answer.json());
}
