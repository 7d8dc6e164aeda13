import type { PerformerUnit } from '../flow/performer.ts';
import type { PerformedStep } from '../flow/step.ts';

/** What words of a lane or a step usually mean; the first that fits. Guesses only: they are told and to be confirmed. */
const performers: readonly (readonly [RegExp, PerformerUnit, PerformedStep['performer']['role']])[] = [
  [/văn thư|đóng dấu/, 'competent', 'recordsClerk'],
  [/một cửa|tiếp nhận|trung tâm phục vụ|ttpvhcc|trả kết quả/, 'oneStop', 'oneStopOfficer'],
  [/(lãnh đạo|trưởng|phó trưởng) phòng/, 'competent', 'headOfSection'],
  [/lãnh đạo|chủ tịch|giám đốc|phê duyệt|ký duyệt/, 'competent', 'leader'],
];

const kinds: readonly (readonly [RegExp, PerformedStep['kind']])[] = [
  [/trả kết quả|trả hồ sơ cho/, 'return'],
  [/văn thư|đóng dấu|phát hành|vào sổ/, 'issue'],
  [/(?<!\p{L})ký(?!\p{L})|phê duyệt/u, 'sign'],
  [/tiếp nhận/, 'intake'],
];

export function guessPerformer(lane: string | undefined, name: string): PerformedStep['performer'] {
  const found = [lane ?? '', name]
    .map((words) => performers.find(([pattern]) => pattern.test(words.normalize('NFC').toLowerCase())))
    .find((match) => match !== undefined);
  return found ? { unit: found[1], role: found[2] } : { unit: 'competent', role: 'specialist' };
}

export function guessKind(name: string): PerformedStep['kind'] {
  const words = name.normalize('NFC').toLowerCase();
  return kinds.find(([pattern]) => pattern.test(words))?.[1] ?? 'work';
}
