/** Due computations a second of processor time (one core, whatever else runs), per unit, without and with suspensions. Run: node bench/clock.ts */
import {
  compileCalendar,
  computeDue,
  type DueCase,
  dueUnits,
  type Suspension,
} from '../src/modules/process/public.ts';
import { aCalendar, daysOff } from '../src/modules/process/testing/builders.ts';

const rounds = 1_000_000;
const calendar = compileCalendar(
  aCalendar({ off: daysOff('2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20') }),
);
const suspensions: Suspension[] = [
  { from: at('2026-02-23T10:00'), to: at('2026-02-24T10:00'), effect: 'continue' },
  { from: at('2026-02-26T14:00'), to: at('2026-02-27T09:00'), effect: 'continue' },
];
const amounts = {
  'working-days': 15,
  'working-hours': 120,
  'same-day': 1,
  'calendar-days': 20,
  'calendar-weeks': 3,
  'calendar-months': 2,
};

for (const unit of dueUnits) {
  const rule = { unit, amount: amounts[unit], cutOff: '15:00', dueAt: 'end-of-day', roll: 'next' } as const;
  const plain: DueCase = {
    rule,
    receivedAt: at('2026-02-13T16:20'),
    asOf: at('2026-03-02T09:00'),
    suspensions: [],
  };
  const line = [plain, { ...plain, suspensions }].map((dueCase) => perSecond(dueCase).toLocaleString('en'));
  console.log(`${unit.padEnd(16)} ${line[0]} /s; with two suspensions ${line[1]} /s`);
}

function perSecond(dueCase: DueCase): number {
  for (let warm = 0; warm < rounds / 5; warm++) computeDue(calendar, dueCase);
  const from = process.cpuUsage();
  for (let round = 0; round < rounds; round++) computeDue(calendar, dueCase);
  const { user, system } = process.cpuUsage(from);
  return Math.round((rounds / (user + system)) * 1e6);
}

function at(text: string): Date {
  return new Date(`${text}:00+07:00`);
}
