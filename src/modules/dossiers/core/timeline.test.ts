import { describe, expect, it } from 'vitest';
import { vi } from '../../../texts/catalogue.ts';
import type { ActEvent } from './act-events.ts';
import { citizenTimeline, officerTimeline, type PastEvent } from './timeline.ts';

const step = { taskId: 't', stepKey: 'k', stepName: 'Thẩm định', unitId: 'u' };
const asked = { requestId: 'r', ordinal: 1, papers: 2, answerBy: '2026-12-04', unitId: 'u' };

/** One of each, so that a new kind of event needs its sentence. */
const events: { readonly [Type in ActEvent['type']]: Extract<ActEvent, { type: Type }>['payload'] } = {
  'dossiers.intakeSupplementRequested': asked,
  'dossiers.supplementRequested': asked,
  'dossiers.supplementRefused': { taskId: 't', unitId: 'u' },
  'dossiers.supplementAnswered': { requestId: 'r', channel: 'online' },
  'dossiers.supplementWithdrawn': { requestId: 'r' },
  'dossiers.withdrawalRequested': { requestId: 'r' },
  'dossiers.withdrawalClosed': { requestId: 'r', as: 'declined' },
  'dossiers.stopped': { ground: 'law', number: '7', unitId: 'u' },
  'dossiers.waitOpened': step,
  'dossiers.messageReceived': { ...step, document: '12/TB' },
  'dossiers.opinionAsked': { ...step, opinionId: 'o', kind: 'asked' },
  'dossiers.opinionClosed': { opinionId: 'o', as: 'silence', unitId: 'u' },
  'dossiers.handOverAccepted': step,
  'dossiers.reallocated': { fromUnitId: 'u1', unitId: 'u2' },
  'dossiers.factCorrected': { field: 'phone', roles: ['owner'] },
  'dossiers.answersNoted': { noteId: 'n' },
  'dossiers.fileInfected': { fileId: 'f' },
  'dossiers.transferred': { fromUnitId: 'v', unitId: 'u', stepName: 'Thẩm định' },
};

const past: readonly PastEvent[] = Object.entries(events).map(([type, payload], at) => ({
  seq: at + 1,
  type,
  recordedAt: new Date('2026-11-26T09:00:00+07:00'),
  actorId: null,
  payload,
}));

const texts: Readonly<Record<string, string>> = vi;
const unit = () => 'Sở Xây dựng';

describe('the sentences of what is done beside moving on', () => {
  const entries = [
    ...officerTimeline(past, { unit, actor: () => undefined }),
    ...citizenTimeline(past, unit),
  ];

  it.each(entries.map((entry) => [entry.key, entry] as const))(
    '%s is there with all it names',
    (key, entry) => {
      const sentence = texts[`dossiers.timeline.${key}`];
      expect(sentence).toBeDefined();
      const named = [...(sentence ?? '').matchAll(/\{(\w+)(?=[,}])/g)].flatMap(([, name]) => name ?? []);
      const words = new Set(['online', 'declined', 'answered', 'silence', 'other']);
      for (const name of named.filter((each) => !words.has(each))) expect(entry.params).toHaveProperty(name);
    },
  );

  it('keeps from the citizen what is the office’s own business', () => {
    const keys = citizenTimeline(past, unit).map(({ key }) => key);
    for (const own of ['supplementRefused', 'opinionAsked', 'opinionClosed']) {
      expect(keys).not.toContain(`citizen.${own}`);
    }
  });
});
