import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { DemoCitizen } from '../../modules/identity/public.ts';
import type { Cast } from './cast.ts';
import { citizensCast } from './citizens.ts';
import { officersCast, type SimulatedOfficer } from './officers.ts';
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

/** The simulator of citizens' issuer on a port of its own, with what a client must know of it. */
export function startTestSimulator(citizens: readonly DemoCitizen[]) {
  return startIssuer('/mo-phong/vneid', '/dang-nhap/callback', citizensCast(citizens));
}

/** The same of the province's. */
export function startTestProvince(officers: readonly SimulatedOfficer[]) {
  return startIssuer('/mo-phong/tinh', '/can-bo/dang-nhap/tinh/tra-loi', officersCast(officers));
}

async function startIssuer(path: string, callbackPath: string, cast: Cast) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = {
    issuer: new URL(`http://127.0.0.1:${port}${path}`),
    clientId: 'motcua',
    clientSecret: 'secret-of-the-test',
    redirectUri: `http://localhost:8080${callbackPath}`,
  };
  const simulator = createIdentitySimulator({
    ...client,
    mode: 'demo',
    cast,
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

const callbacks = new Set(['/dang-nhap/callback', '/can-bo/dang-nhap/tinh/tra-loi']);

/** Goes through the simulator's pages as a browser and stops at our callback, whose address is returned. */
export async function chooseAtSimulator(start: string, form: Record<string, string>): Promise<URL> {
  const { open, send } = aBrowser(new URL(start), (url) => callbacks.has(url.pathname));
  const choice = await open(start);
  return (await send(choice.url, form)).url;
}

/** A browser without script: keeps cookies per path, follows redirects until `stop`, sends forms from its own page. */
export function aBrowser(base: URL, stop: (url: URL) => boolean = () => false) {
  const cookies = new Map<string, string>();
  const setCookies: string[] = [];

  async function request(url: URL, body?: URLSearchParams) {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const own = { ...headers, origin: url.origin, 'sec-fetch-site': 'same-origin' };
    const response = await fetch(url, {
      redirect: 'manual',
      headers: body ? own : headers,
      ...(body && { method: 'POST', body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      setCookies.push(cookie);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /Max-Age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  async function follow(target: URL, body?: URLSearchParams) {
    let url = target;
    let response = await request(url, body);
    for (let step = 0; step < 10; step++) {
      const location = response.headers.get('location');
      if (location === null) break;
      url = new URL(location, url);
      if (stop(url)) break;
      response = await request(url);
    }
    return { url, status: response.status, headers: response.headers, text: await response.text() };
  }

  return {
    setCookies,
    open: (path: string) => follow(new URL(path, base)),
    send: (url: URL, form: Record<string, string>) => follow(url, new URLSearchParams(form)),
  };
}
