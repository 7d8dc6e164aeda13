import { newUuidV7 } from '../../src/platform/ids.ts';
import type { Request } from './load.ts';
import type { Copy } from './make-many.ts';
import { citizenPhone } from './people.ts';
import { subjectHeader } from './replay.ts';

/** One kind of request that is measured. */
export interface Operation {
  readonly name: string;
  readonly expectedStatus: number;
  /** The next request; undefined when what was prepared for it is used up. */
  readonly next: () => Request | undefined;
}

export interface Prepared {
  readonly citizenCookie: string;
  readonly counterCookie: string;
  readonly specialistCookie: string;
  /** Drafts ready to submit, each once. */
  readonly drafts: readonly string[];
  readonly draftVersion: number;
  /** Dossiers waiting at their first working step, each to be moved once. */
  readonly dossiers: readonly Copy[];
}

/** The requests as browsers send them. */
export function operationsOn(prepared: Prepared): readonly Operation[] {
  const { citizenCookie, counterCookie, specialistCookie, dossiers } = prepared;
  const drafts = prepared.drafts[Symbol.iterator]();
  const toTakeUp = dossiers.slice(0, dossiers.length / 2)[Symbol.iterator]();
  const toComplete = dossiers.slice(dossiers.length / 2)[Symbol.iterator]();
  let lookedUp = 0;
  const onStep = (intent: string, supply: Iterator<Copy>) => () => {
    const { value } = supply.next();
    return (
      value && post(`/can-bo/ho-so/${value.dossierId}`, { intent, taskId: value.taskId }, specialistCookie)
    );
  };
  return [
    {
      name: 'inbox page',
      expectedStatus: 200,
      next: () => send('GET', '/can-bo/hang-doi/cho-tiep-nhan', { cookie: counterCookie }),
    },
    {
      name: 'look-up',
      expectedStatus: 200,
      next: () => {
        const dossier = dossiers[lookedUp++ % dossiers.length];
        const form = { code: dossier?.code ?? '', secondFact: citizenPhone };
        const { headers, ...request } = post('/tra-cuu', form);
        return { ...request, headers: { ...headers, [subjectHeader]: dossier?.dossierId ?? '' } };
      },
    },
    {
      name: 'submit',
      expectedStatus: 302,
      next: () => {
        const { value } = drafts.next();
        const form = { version: String(prepared.draftVersion) };
        return value && post(`/ban-khai/${value}/kiem-tra`, form, citizenCookie);
      },
    },
    { name: 'step: take up', expectedStatus: 302, next: onStep('takeUp', toTakeUp) },
    { name: 'step: complete', expectedStatus: 302, next: onStep('forward', toComplete) },
  ];
}

function post(path: string, form: Readonly<Record<string, string>>, cookie?: string): Request {
  const body = new URLSearchParams({ ...form, requestId: newUuidV7() }).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    ...(cookie !== undefined && { cookie }),
  };
  return { ...send('POST', path, headers), body };
}

let clients = 0;

/** Each request from an address of its own. */
function send(method: Request['method'], path: string, headers: Readonly<Record<string, string>>): Request {
  clients += 1;
  const address = `10.${(clients >> 16) & 255}.${(clients >> 8) & 255}.${clients & 255}`;
  return { method, path, headers: { ...headers, 'x-forwarded-for': address } };
}
