import { describe, expect, it } from 'vitest';
import { parseOfficeHours } from './calendars.ts';

const heading = 'calendar,weekdays,hours,validFrom,validTo,source,certainty';
const parse = (row: string) => parseOfficeHours({ path: 'data/hours.csv', text: `${heading}\n${row}\n` });

describe('parseOfficeHours', () => {
  it('reads weekdays and spans', () => {
    expect(parse('a,1-5,07:00-11:30 13:30-17:00,2016-01-01,,x,certain')[0]?.row).toMatchObject({
      weekdays: [1, 2, 3, 4, 5],
      hours: [
        ['07:00', '11:30'],
        ['13:30', '17:00'],
      ],
    });
    expect(parse('a,6,07:00-11:30,2016-01-01,,x,certain')[0]?.row.weekdays).toEqual([6]);
  });

  it.each(['5-1', '0', '1-8', 'Mon'])('refuses the weekdays %s', (weekdays) => {
    expect(() => parse(`a,${weekdays},07:00-11:30,2016-01-01,,x,certain`)).toThrow('weekdays');
  });

  it.each(['11:30-07:00', '07:00-11:30 11:00-17:00', '7-11', '07:00-25:00'])(
    'refuses the hours %s',
    (hours) => {
      expect(() => parse(`a,1-5,${hours},2016-01-01,,x,certain`)).toThrow(`data/hours.csv:2: hours`);
    },
  );
});
