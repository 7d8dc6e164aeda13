import { createServer } from 'node:net';

/** The port asked for, else the first of 8080, 8090, … 8170 that is free together with its neighbour (the local provider's). */
export async function choosePort(given: string | undefined): Promise<number> {
  if (given) return Number(given);
  for (let port = 8080; port <= 8170; port += 10)
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  throw new Error('Các cổng 8080–8171 đều bận; đặt MOTCUA_PORT là một cổng trống.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}
