import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfDocument, TypstOptions } from './typst.ts';

export type CompileTypst = (
  template: string,
  inputs: Readonly<Record<string, string>>,
  at: Date,
) => PdfDocument;

/** The compiler itself, with the given templates and fonts and no others. It blocks, and it leaks some memory. */
export function loadTypst(options: TypstOptions): CompileTypst {
  const fontBlobs = readdirSync(options.fonts)
    .filter((name) => name.endsWith('.ttf'))
    .sort()
    .map((name) => readFileSync(path.join(options.fonts, name)));
  const compiler = NodeCompiler.create({ workspace: options.workspace, fontArgs: [{ fontBlobs }] });

  return (template, inputs, at) => {
    const mainFilePath = path.join(options.workspace, template);
    const compiled = compiler.compile({ mainFilePath, inputs: { ...inputs } });
    const faults = [compiled.takeError(), compiled.takeWarnings()]
      .filter((fault) => fault !== null)
      .flatMap((fault) => compiler.fetchDiagnostics(fault));
    const document = compiled.result;
    if (document === null || faults.length > 0)
      throw new Error(`typst could not render ${template}: ${JSON.stringify(faults)}`);
    const creationTimestamp = Math.floor(at.getTime() / 1000);
    const pdf = compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp });
    const pages = document.numOfPages;
    compiler.evictCache(10);
    return { pdf, pages };
  };
}
