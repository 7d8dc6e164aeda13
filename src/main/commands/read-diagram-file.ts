import { readFile, stat } from 'node:fs/promises';
import type { BpmnReport } from '../../modules/process/public.ts';

/** Ten times the largest diagram that is read, in bytes: a larger file is not opened. */
const mostBytes = 20_000_000;

export type DiagramFile =
  | { readonly ok: true; readonly xml: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly missing: true; readonly message: string }
  | { readonly ok: false; readonly missing: false; readonly report: BpmnReport };

/** The text of a file in UTF-8, or UTF-16 with its mark. */
export async function readDiagramFile(file: string): Promise<DiagramFile> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) return refused('process.bpmn-too-large');
    const bytes = await readFile(file);
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true });
    return { ok: true, xml: decoder.decode(bytes), bytes };
  } catch (error) {
    if (error instanceof TypeError) return refused('process.bpmn-encoding');
    return { ok: false, missing: true, message: `Không đọc được tệp ${file}.` };
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function refused(reason: string): DiagramFile {
  const refusal = { id: '', type: 'xml', reason };
  return {
    ok: false,
    missing: false,
    report: { readable: false, accepted: [], ignored: [], refused: [refusal] },
  };
}
