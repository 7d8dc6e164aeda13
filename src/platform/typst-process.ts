/** Program of the printing process: `node typst-process.ts WORKSPACE FONTS`, spoken to over its channel. */
import { loadTypst } from './typst-compile.ts';
import { type RenderReply, renderRequest } from './typst-protocol.ts';

const [workspace = '', fonts = ''] = process.argv.slice(2);
const compile = loadTypst({ workspace, fonts });

process.on('message', (message) => {
  const { id, template, inputs, at } = renderRequest.parse(message);
  process.send?.(reply(id, () => compile(template, inputs, at)));
});
// The channel closes with the parent, however that ends.
process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole group; the parent decides when printing ends.
process.on('SIGINT', () => undefined);

function reply(id: number, render: () => { pdf: Uint8Array; pages: number }): RenderReply {
  try {
    return { id, ...render() };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
