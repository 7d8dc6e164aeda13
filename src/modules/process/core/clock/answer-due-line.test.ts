import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { answerDueLines } from '../../commands/answer-due-lines.ts';
import { aCalendar, officeDay } from '../../testing/builders.ts';
import { dueAnswerer } from './answer-due-line.ts';
import { compileCalendar } from './working-calendar.ts';

const calendar = compileCalendar(aCalendar());
const named = (code: string) => (code === 'tay-ninh' ? calendar : undefined);
const aCase = {
  id: 'a',
  receivedAt: '2026-03-02T09:00:00+07:00',
  unit: 'working-days',
  amount: 5,
  calendar: 'tay-ninh',
};
const answer = (line: unknown) => JSON.parse(dueAnswerer(named)(JSON.stringify(line)));

describe('motcua due', () => {
  test('answers a case with due time, minutes and explanation; defaults stand for what is left out', () => {
    expect(answer(aCase)).toEqual({
      id: 'a',
      dueAt: '2026-03-09T17:00:00+07:00',
      usedMinutes: 0,
      leftMinutes: 2760,
      explanation: [
        'Thứ Hai 02/03/2026, 09:00: nhận hồ sơ.',
        'Thời hạn 5 ngày làm việc, ngày thứ nhất là ngày làm việc đầu tiên sau ngày nhận.',
        'Thứ Ba 03/03/2026 – thứ Hai 09/03/2026: ngày làm việc thứ 1 đến thứ 5 (không tính ngày nghỉ hằng tuần).',
        'Hạn: 17:00, thứ Hai 09/03/2026.',
      ],
    });
  });

  test('another offset is the same instant', () => {
    expect(answer({ ...aCase, receivedAt: '2026-03-02T02:00:00Z' }).dueAt).toBe('2026-03-09T17:00:00+07:00');
  });

  test.each([
    ['/amount', { amount: 0 }],
    ['/amount', { amount: 2.5 }],
    ['/amount', { amount: '5' }],
    ['/amount', { amount: undefined }],
    ['/amount', { amount: 30_000 }],
    ['/unit', { unit: 'days' }],
    ['/receivedAt', { receivedAt: '2026-03-02T09:00:00' }],
    ['/receivedAt', { receivedAt: '2026-02-30T09:00:00+07:00' }],
    ['/receivedAt', { receivedAt: '1789-07-14T09:00:00+07:00' }],
    ['/asOf', { asOf: 'hôm nay' }],
    ['/asOf', { suspensions: [{ from: '2026-03-03T09:00:00+07:00', to: null, effect: 'continue' }] }],
    ['/cutOff', { cutOff: '25:00' }],
    ['/dueAt', { dueAt: 'noon' }],
    ['/roll', { roll: 'up' }],
    [
      '/suspensions/0/effect',
      { suspensions: [{ from: '2026-03-03T09:00:00+07:00', to: null, effect: 'pause' }] },
    ],
    [
      '/suspensions/0/to',
      {
        suspensions: [
          { from: '2026-03-03T09:00:00+07:00', to: '2026-03-02T09:00:00+07:00', effect: 'continue' },
        ],
      },
    ],
    ['/calendar', { calendar: 'sao-hoa' }],
    ['/calendar', { calendar: undefined }],
    ['/calendar/hours', { calendar: { hours: { 8: officeDay } } }],
    [
      '/calendar/hours/1/1',
      {
        calendar: {
          hours: {
            1: [
              ['13:30', '17:00'],
              ['07:00', '11:30'],
            ],
          },
        },
      },
    ],
    ['/calendar/hours/1/0', { calendar: { hours: { 1: [['7h', '11:30']] } } }],
    ['/calendar/off/0', { calendar: { hours: { 1: officeDay }, off: ['2026-02-29'] } }],
    ['/calendar/makeUp/0', { calendar: { hours: { 1: officeDay }, makeUp: ['1901-02-03'] } }],
    ['/calendar/knownUntil', { calendar: { hours: { 1: officeDay }, knownUntil: '2026' } }],
    ['/amount', { calendar: { hours: {} } }],
  ])('refuses a wrong %s: %j', (field, wrong) => {
    const answered = answer({ ...aCase, ...wrong });
    expect(answered).toMatchObject({ id: 'a', field });
    expect(answered.error).toMatch(/\p{L}/u);
    expect(answered.error).not.toContain('process.');
    expect(answered).not.toHaveProperty('dueAt');
  });

  test('one wrong line answers error and the rest go on, in order', async () => {
    const lines = [JSON.stringify(aCase), 'không phải JSON', '', '7', JSON.stringify({ ...aCase, id: 2 })];
    const output = new PassThrough();
    const written = text(output);
    await answerDueLines(Readable.from([lines.join('\r\n')]), output, named);
    output.end();
    const answers = (await written)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, error }) => [id, error !== undefined])).toEqual([
      ['a', false],
      [null, true],
      [null, true],
      [2, false],
    ]);
  });
});
