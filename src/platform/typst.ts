import { type ChildProcess, fork } from 'node:child_process';
import { type RenderReply, type RenderRequest, renderReply } from './typst-protocol.ts';

export interface TypstOptions {
  /** Absolute folder holding the templates; a template can read files below it and nothing else. */
  readonly workspace: string;
  /** Absolute folder of the TrueType fonts the templates name. */
  readonly fonts: string;
}

export interface PdfDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export interface Typst {
  /**
   * Compiles a template (path below the workspace) to PDF/A-2a: some milliseconds a page. `inputs` reach the
   * template as `sys.inputs`, as text and never as code. `at` is the creation time written into the file, so
   * equal input gives equal bytes. Throws on a fault or a warning of the template, such as a missing font (a
   * bug of the template), and when printing takes longer than half a minute.
   */
  render(template: string, inputs: Readonly<Record<string, string>>, at: Date): Promise<PdfDocument>;
}

/** The compiler keeps about half a megabyte of each document: its process is replaced after so many. */
const documentsAProcess = 200;
const longestRenderMs = 30_000;
const idleMs = 60_000;

interface Waiting {
  readonly resolve: (document: PdfDocument) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * A typst compiler in a process of its own, started at the first document and ended when idle: printing never
 * holds up requests, and what the compiler leaks or breaks is not ours. Keep one per process.
 */
export function createTypst(options: TypstOptions): Typst {
  let printing: ReturnType<typeof startPrinting> | undefined;
  return {
    render(template, inputs, at) {
      if (printing === undefined || !printing.isOpen()) printing = startPrinting(options);
      return printing.render({ template, inputs: { ...inputs }, at });
    },
  };
}

function startPrinting(options: TypstOptions) {
  const child = fork(new URL('./typst-process.ts', import.meta.url), [options.workspace, options.fonts], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let idle: NodeJS.Timeout | undefined;
  let open = true;

  child.on('message', (message) => settle(renderReply.parse(message)));
  child.on('error', (error) => fail(error));
  child.on('exit', (code) => fail(new Error(`the printing process ended with ${code}`)));
  rest();

  function settle(reply: RenderReply): void {
    const request = waiting.get(reply.id);
    waiting.delete(reply.id);
    clearTimeout(request?.timer);
    if ('error' in reply) request?.reject(new Error(reply.error));
    else request?.resolve({ pdf: reply.pdf, pages: reply.pages });
    if (waiting.size === 0) rest();
  }

  function fail(error: Error): void {
    open = false;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    waiting.clear();
  }

  /** Without work it does not keep the program alive, and ends when worn out or idle for long. */
  function rest(): void {
    hold(child, false);
    if (asked >= documentsAProcess) close();
    else idle = setTimeout(close, idleMs).unref();
  }

  function close(): void {
    open = false;
    if (child.connected) child.disconnect();
  }

  return {
    /** A worn-out process finishes its queue beside its successor. */
    isOpen: () => open && child.connected && asked < documentsAProcess,
    render(request: Omit<RenderRequest, 'id'>): Promise<PdfDocument> {
      clearTimeout(idle);
      hold(child, true);
      asked += 1;
      const id = asked;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          fail(new Error(`printing ${request.template} took longer than ${longestRenderMs} ms`));
          child.kill('SIGKILL');
        }, longestRenderMs);
        waiting.set(id, { resolve, reject, timer });
        child.send({ ...request, id });
      });
    },
  };
}

function hold(child: ChildProcess, isHeld: boolean): void {
  const method = isHeld ? 'ref' : 'unref';
  child[method]();
  child.channel?.[method]();
}
