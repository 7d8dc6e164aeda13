import { type BpmnReport, readBpmn } from '../../modules/process/public.ts';
import { translateRefusal } from '../../texts/translate.ts';
import type { CliCommand } from './cli-command.ts';
import { readDiagramFile } from './read-diagram-file.ts';

const unreadable = 2;

/** Refused for what it contains, though it could be read. */
const refusedAsXml = ['process.bpmn-doctype', 'process.bpmn-entity', 'process.bpmn-too-large'];

/** What of a BPMN file runs, is only kept, or is refused, as JSON. Needs no database. */
export const processCheck: CliCommand = {
  name: 'process check',
  usage: 'process check TỆP',
  summary:
    'đọc một sơ đồ BPMN 2.0, in JSON: nhận, bỏ qua, từ chối (mã thoát 0 chạy được, 1 bị từ chối, 2 không đọc được)',
  run: (args) => answer('check', args, checkFile),
};

/** Writes back what was imported: the file as it is kept with a version, to the letter. */
export const processExport: CliCommand = {
  name: 'process export',
  usage: 'process export TỆP',
  summary: 'đọc một sơ đồ BPMN 2.0 và ghi lại đúng những gì đã nhập, không mất phần nào',
  run: (args) => answer('export', args, exportFile),
};

/** What a command says of a file: to standard output, or why not to standard error. */
export interface FileAnswer {
  readonly code: number;
  readonly output?: string | Uint8Array;
  readonly complaint?: string;
}

export async function checkFile(file: string): Promise<FileAnswer> {
  const read = await readDiagramFile(file);
  if (!read.ok && read.missing) return { code: unreadable, complaint: read.message };
  const report = read.ok ? await readBpmn(read.xml) : read.report;
  return { code: exitCode(report), output: `${JSON.stringify(told(report), undefined, 2)}\n` };
}

export async function exportFile(file: string): Promise<FileAnswer> {
  const read = await readDiagramFile(file);
  if (!read.ok && read.missing) return { code: unreadable, complaint: read.message };
  const report = read.ok ? await readBpmn(read.xml) : read.report;
  if (read.ok && report.readable) return { code: 0, output: read.bytes };
  const complaint = report.refused.map(({ reason }) => translateRefusal('vi', { type: reason })).join(' ');
  return { code: exitCode(report), complaint };
}

async function answer(
  command: string,
  [file, ...more]: readonly string[],
  about: (file: string) => Promise<FileAnswer>,
): Promise<number> {
  if (file === undefined || more.length > 0) throw new Error(`Cách dùng: motcua process ${command} TỆP`);
  const { code, output, complaint } = await about(file);
  if (complaint !== undefined) console.error(complaint);
  if (output !== undefined)
    await new Promise<void>((written) => process.stdout.write(output, () => written()));
  return code;
}

function exitCode({ readable, refused }: BpmnReport): number {
  if (readable) return refused.length === 0 ? 0 : 1;
  return refused.every(({ reason }) => refusedAsXml.includes(reason)) ? 1 : unreadable;
}

/** The report in words; what was assumed is told with the element it was assumed for. */
function told({ accepted, ignored, refused, definition }: BpmnReport) {
  const notes = Map.groupBy(definition?.guesses ?? [], ({ at }) => at);
  const calls = new Set(definition?.calls);
  const said = (type: string) => translateRefusal('vi', { type });
  const reasoned = ({ reason, ...entry }: BpmnReport['refused'][number]) => ({
    ...entry,
    reason: said(reason),
    code: reason,
  });
  return {
    accepted: accepted.map(({ calls: process, note, ...entry }) => {
      const sentences = [
        ...(note === undefined ? [] : [said(note)]),
        ...(notes.get(entry.id) ?? []).map(({ what }) => said(`process.bpmn-guessed-${what}`)),
        ...(process !== undefined && calls.has(process) ? [said('process.bpmn-call-pinned-later')] : []),
      ];
      return sentences.length > 0 ? { ...entry, notes: sentences } : entry;
    }),
    ignored: ignored.map(reasoned),
    refused: refused.map(reasoned),
  };
}
