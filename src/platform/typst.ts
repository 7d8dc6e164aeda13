import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export interface TypstOptions {
  /** Absolute folder holding the templates; a template can read files below it and nothing else. */
  readonly workspace: string;
  /** Absolute folder of the TrueType fonts the templates name. */
  readonly fonts: string;
}

export interface PdfDocument {
  readonly pdf: Buffer;
  readonly pages: number;
}

export interface Typst {
  /**
   * Compiles a template (path below the workspace) to PDF/A-2a, synchronously: some milliseconds a page.
   * `inputs` reach the template as `sys.inputs`, as text and never as code. `at` is the creation time
   * written into the file, so equal input gives equal bytes. Throws on a fault or a warning of the
   * template, such as a missing font: both are bugs of the template.
   */
  render(template: string, inputs: Readonly<Record<string, string>>, at: Date): PdfDocument;
}

/** A typst compiler that sees only the given templates and fonts; keep one per process. */
export function createTypst(options: TypstOptions): Typst {
  const fontBlobs = readdirSync(options.fonts)
    .filter((name) => name.endsWith('.ttf'))
    .sort()
    .map((name) => readFileSync(path.join(options.fonts, name)));
  const compiler = NodeCompiler.create({ workspace: options.workspace, fontArgs: [{ fontBlobs }] });

  return {
    render(template, inputs, at) {
      const compiled = compiler.compile({
        mainFilePath: path.join(options.workspace, template),
        inputs: { ...inputs },
      });
      const faults = [compiled.takeError(), compiled.takeWarnings()]
        .filter((fault) => fault !== null)
        .flatMap((fault) => compiler.fetchDiagnostics(fault));
      const document = compiled.result;
      if (document === null || faults.length > 0) {
        throw new Error(`typst could not render ${template}: ${JSON.stringify(faults)}`);
      }
      const pdf = compiler.pdf(document, {
        pdfStandard: 'a-2a',
        creationTimestamp: Math.floor(at.getTime() / 1000),
      });
      const pages = document.numOfPages;
      compiler.evictCache(10);
      return { pdf, pages };
    },
  };
}
