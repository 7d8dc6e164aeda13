import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { DemoCitizen } from '../../modules/identity/public.ts';
import { createIdentitySimulator } from './simulator.ts';

/** A fictional citizen unless told otherwise. */
export function aCitizen(techId: string, more: Partial<DemoCitizen> = {}): DemoCitizen {
  return {
    techId,
    name: 'Nguyễn Thị Thủy Tiên',
    identityNumber: '072191999001',
    birthDate: '1991-09-02' as PlainDate,
    gender: 'female',
    phone: '0530000001',
    email: 'thuy.tien@dan.example',
    address: 'Khu phố 2, phường Tân Ninh, tỉnh Tây Ninh',
    ...more,
  };
}

/** The simulator on a port of its own, with what a client must know of it. */
export async function startTestSimulator(citizens: readonly DemoCitizen[]) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = {
    issuer: new URL(`http://127.0.0.1:${port}/mo-phong/vneid`),
    clientId: 'motcua',
    clientSecret: 'secret-of-the-test',
    redirectUri: 'http://localhost:8080/dang-nhap/callback',
  };
  const simulator = createIdentitySimulator({
    ...client,
    mode: 'demo',
    citizens,
  });
  server.on('request', (request, response) => {
    simulator(request, response).catch(() => response.destroy());
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { client, stop };
}

/** A browser at the simulator: follows redirects with its cookies, chooses a person, ends at our callback. */
export async function chooseAtSimulator(start: string, form: Record<string, string>): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(start);
  for (let step = 0; step < 10; step++) {
    const isChoice = url.pathname.includes('/chon-nguoi/');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(isChoice && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';', 1)[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`the simulator answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url);
    if (url.pathname === '/dang-nhap/callback') return url;
  }
  throw new Error('the simulator never came back');
}
