import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ReferenceDataError, type TextFile } from './data-fault.ts';

/** A YAML value that still knows on which line each part was written (1 when it does not). */
export interface YamlValue {
  readonly value: unknown;
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads YAML text. Throws `ReferenceDataError` when it is no YAML. */
export function readYaml(file: TextFile): YamlValue {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new ReferenceDataError(
      document.errors.map((error) => ({
        path: file.path,
        line: lines.linePos(error.pos[0]).line,
        message: error.message,
      })),
    );
  }
  return { value: document.toJS(), lineOf: (path) => lineOf(document, path, lines) };
}

/** Parses a YAML file against its schema. Throws `ReferenceDataError` naming the line of every fault. */
export function parseYaml<T>(file: TextFile, schema: z.ZodType<T>): T {
  const yaml = readYaml(file);
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return parsed.data;
  throw new ReferenceDataError(
    parsed.error.issues.map((issue) => ({
      path: file.path,
      line: yaml.lineOf(issue.path),
      message: `${issue.path.join('.') || 'file'}: ${issue.message}`,
    })),
  );
}

/** The line of the deepest node on the path that exists: a missing key is reported at its parent. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
