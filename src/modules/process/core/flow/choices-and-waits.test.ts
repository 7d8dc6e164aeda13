import { describe, expect, test } from 'vitest';
import { aStep, aWait } from '../../testing/builders.ts';
import { forward, graphOf, now, places, run } from '../../testing/run-process.ts';
import { advance, begin } from './advance.ts';
import { findStep, findWait } from './process-graph.ts';
import type { Decision } from './token.ts';

describe('choices in a table', () => {
  const graph = graphOf(
    aStep({
      key: 'tham-dinh',
      choices: [
        { key: 'dat', label: 'Đủ điều kiện' },
        { key: 'xac-minh', label: 'Cần xác minh' },
        { key: 'lam-lai', label: 'Làm lại', to: 'tham-dinh' },
        { key: 'tu-choi', label: 'Không đủ điều kiện', to: 'van-ban-tu-choi' },
      ],
    }),
    aStep({ key: 'gui-xac-minh', branch: 'xac-minh' }),
    aWait({ key: 'cho-xac-minh', branch: 'xac-minh' }),
    aStep({
      key: 'ky',
      kind: 'sign',
      choices: [
        { key: 'tra', label: 'Trả tại quầy', to: 'tra', when: { '==': [{ var: 'channel' }, 'counter'] } },
        { key: 'gui', label: 'Gửi bưu chính', to: 'gui' },
      ],
    }),
    aStep({ key: 'van-ban-tu-choi', kind: 'sign' }),
    aStep({ key: 'gui' }),
    aStep({ key: 'tra', kind: 'return', hours: 0 }),
  );
  const choose = (step: string, choice: string): Decision => ({ kind: 'forward', step, choice });

  test('the performer names the way on, and must', () => {
    expect(findStep(graph, 'tham-dinh')?.asks.map(({ label }) => label)).toEqual([
      'Đủ điều kiện',
      'Cần xác minh',
      'Làm lại',
      'Không đủ điều kiện',
    ]);
    expect(places(run(graph, choose('tham-dinh', 'dat')).tokens)).toEqual(['ky']);
    expect(places(run(graph, choose('tham-dinh', 'tu-choi')).tokens)).toEqual(['van-ban-tu-choi']);
    const verified = run(graph, choose('tham-dinh', 'xac-minh'), forward('gui-xac-minh'), {
      kind: 'message',
      step: 'cho-xac-minh',
    });
    expect(places(verified.tokens)).toEqual(['ky']);
    const { tokens } = begin(graph, now);
    expect(advance(graph, tokens, forward('tham-dinh'), now)).toMatchObject({
      refusal: { fields: [{ pointer: '/choice', type: 'process.choice-needed' }] },
    });
    expect(advance(graph, tokens, choose('tham-dinh', 'khac'), now)).toMatchObject({
      refusal: { fields: [{ pointer: '/choice', type: 'process.choice-unknown' }] },
    });
  });

  test('a way that leads back to its own step opens it anew, once', () => {
    const before = begin(graph, now);
    const again = run(graph, choose('tham-dinh', 'lam-lai'));
    expect(places(again.tokens)).toEqual(['tham-dinh']);
    expect(again.opened).toHaveLength(1);
    expect(again.closed).toEqual(before.tokens);
  });

  test('where rules decide nobody is asked', () => {
    expect(findStep(graph, 'ky')?.asks).toEqual([]);
    const { tokens } = run(graph, choose('tham-dinh', 'dat'));
    for (const [channel, place] of [
      ['counter', 'tra'],
      ['online', 'gui'],
    ] as const) {
      const next = advance(graph, tokens, forward('ky'), now, { channel });
      expect(next.ok && places(next.value.tokens)).toEqual([place]);
    }
    expect(advance(graph, tokens, choose('ky', 'tra'), now)).toMatchObject({ ok: false });
  });

  test('a dossier can be sent back only to what lies before it on some way', () => {
    expect(findStep(graph, 'ky')?.backTo).toEqual(['tham-dinh', 'gui-xac-minh']);
    expect(findStep(graph, 'van-ban-tu-choi')?.backTo).toEqual(['tham-dinh']);
  });
});

describe('waits, clocks and what must hold before', () => {
  const land = graphOf(
    aStep({ key: 'tham-tra' }),
    aWait({ key: 'thong-bao-thue', timers: [{ key: 'nhac', kind: 'warn', at: { hours: 40 } }] }),
    aStep({ key: 'chinh-ly', timers: [{ key: 'im-lang', kind: 'proceed', at: { share: 1 } }] }),
    aStep({ key: 'tra', kind: 'return', hours: 0, preconditions: ['fee-settled'] }),
  );
  const message = (step: string): Decision => ({ kind: 'message', step });

  test('a wait is nobody’s task and ends by its message, once', () => {
    const waiting = run(land, forward('tham-tra'));
    expect(waiting.opened).toEqual([]);
    expect(findWait(land, 'thong-bao-thue')?.next).toBe('chinh-ly');
    expect(findWait(land, 'tham-tra')).toBeUndefined();
    expect(waiting.waiting.map(({ step }) => step.wait.suspension?.status)).toEqual([6]);
    expect(advance(land, waiting.tokens, forward('thong-bao-thue'), now)).toMatchObject({
      refusal: { type: 'process.outcome-not-allowed' },
    });
    const come = run(land, forward('tham-tra'), message('thong-bao-thue'));
    expect(come.opened.map(({ step }) => step.key)).toEqual(['chinh-ly']);
    expect(advance(land, come.tokens, message('thong-bao-thue'), now)).toMatchObject({
      refusal: { type: 'process.step-not-open' },
    });
    expect(advance(land, come.tokens, message('chinh-ly'), now)).toMatchObject({
      refusal: { type: 'process.outcome-not-allowed' },
    });
  });

  test('a dossier can be stopped while it waits; going back across a wait waits again', () => {
    expect(run(land, forward('tham-tra'), { kind: 'stop', step: 'thong-bao-thue' }).stopped).toBe(true);
    const back = run(land, forward('tham-tra'), message('thong-bao-thue'), {
      kind: 'back',
      step: 'chinh-ly',
      to: 'tham-tra',
    });
    expect(places(back.tokens)).toEqual(['tham-tra']);
    expect(findStep(land, 'chinh-ly')?.backTo).toEqual(['tham-tra']);
  });

  test('a warning moves nothing, silence goes on, an unknown clock is refused', () => {
    const waiting = run(land, forward('tham-tra'));
    const timer = (step: string, key: string): Decision => ({ kind: 'timer', step, timer: key });
    const warned = advance(land, waiting.tokens, timer('thong-bao-thue', 'nhac'), now);
    expect(warned).toMatchObject({ value: { tokens: waiting.tokens, opened: [], closed: [] } });
    const silent = run(land, forward('tham-tra'), message('thong-bao-thue'), timer('chinh-ly', 'im-lang'));
    expect(places(silent.tokens)).toEqual(['tra']);
    expect(advance(land, silent.tokens, timer('chinh-ly', 'im-lang'), now)).toMatchObject({
      refusal: { type: 'process.step-not-open' },
    });
    expect(advance(land, waiting.tokens, timer('thong-bao-thue', 'im-lang'), now)).toMatchObject({
      refusal: { type: 'process.timer-unknown' },
    });
  });

  test('a step goes forward only when what it demands holds', () => {
    const { tokens } = run(land, forward('tham-tra'), message('thong-bao-thue'), forward('chinh-ly'));
    expect(advance(land, tokens, forward('tra'), now)).toMatchObject({
      refusal: { type: 'process.precondition-unmet', params: { precondition: 'fee-settled' } },
    });
    expect(advance(land, tokens, forward('tra'), now, { met: ['fee-settled'] })).toMatchObject({
      value: { completed: true },
    });
  });
});
