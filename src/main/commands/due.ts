import type { DueRule } from '../../modules/process/public.ts';
import type { CliCommand } from './cli-command.ts';
import { withProduct } from './with-product.ts';

const units = {
  'ngày-làm-việc': 'working-days',
  'giờ-làm-việc': 'working-hours',
  ngày: 'calendar-days',
  tuần: 'calendar-weeks',
  tháng: 'calendar-months',
} as const satisfies Record<string, DueRule['unit']>;

const usage = 'due THỜI-ĐIỂM SỐ ĐƠN-VỊ [LỊCH]';

export const due: CliCommand = {
  name: 'due',
  usage,
  summary: `tính hạn trả kết quả; đơn vị: ${Object.keys(units).join(', ')}`,
  run: ([received, amount, unit, calendar = 'tay-ninh', ...more]) => {
    const receivedAt = new Date(received ?? '');
    if (
      Number.isNaN(receivedAt.getTime()) ||
      !isUnit(unit) ||
      !/^[1-9]\d*$/.test(amount ?? '') ||
      more.length > 0
    )
      throw new Error(`Cách dùng: motcua ${usage}\nVí dụ: motcua due 2026-11-20T16:30+07:00 3 ngày-làm-việc`);
    const rule: DueRule = { ...ordinary, unit: units[unit], amount: Number(amount) };
    return withProduct(async ({ modules }) => {
      const working = modules.process.calendarNamed(calendar);
      if (!working) throw new Error(`Không có lịch "${calendar}"; đã chạy "motcua seed" chưa?`);
      const promise = modules.process.promise(working, rule, receivedAt);
      if (!promise.ok) throw new Error(`Không tính được: ${promise.refusal.type}`);
      console.log(promise.value.explanation.join('\n'));
      return 0;
    });
  },
};

/** How time limits are counted unless a procedure says otherwise. */
const ordinary = { cutOff: null, dueAt: 'end-of-day', roll: 'next' } as const;

function isUnit(text: string | undefined): text is keyof typeof units {
  return text !== undefined && text in units;
}
