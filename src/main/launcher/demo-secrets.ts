import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const secrets = z.object({
  MOTCUA_SESSION_SECRET: z.string(),
  MOTCUA_SEAL_KEYS: z.string(),
  MOTCUA_INDEX_KEY: z.string(),
});

export type DemoSecrets = z.infer<typeof secrets>;

/**
 * The secrets of a demo installation, made once per data folder: with other ones the identity numbers already
 * stored could not be opened again.
 */
export function demoSecrets(home: string): DemoSecrets {
  const file = join(home, 'secrets.json');
  if (existsSync(file)) return secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made: DemoSecrets = {
    MOTCUA_SESSION_SECRET: randomKey(),
    MOTCUA_SEAL_KEYS: `demo:${randomKey()}`,
    MOTCUA_INDEX_KEY: randomKey(),
  };
  mkdirSync(home, { recursive: true });
  writeFileSync(`${file}.half`, JSON.stringify(made, undefined, 2), { mode: 0o600 });
  renameSync(`${file}.half`, file);
  return made;
}

function randomKey(): string {
  return randomBytes(32).toString('base64');
}
