import { z } from 'zod';
import { uploadedFiles } from '../../../modules/documents/contract.ts';
import { randomUuid } from '../../ui/form/random-uuid.ts';

export type UploadState =
  | { readonly kind: 'idle' }
  /** `share` of the bytes, 0 to 1. */
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'done'; readonly count: number }
  /** `sentence` is the server's; undefined when the network broke. */
  | { readonly kind: 'refused'; readonly sentence?: string };

/** Sends a form's files and tells how far it is: `fetch` cannot say that about what it sends. */
export function sendFiles(
  body: FormData,
  onProgress: (state: UploadState) => void,
): Promise<Extract<UploadState, { kind: 'done' | 'refused' }>> {
  body.set('requestId', randomUuid());
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/tai-len');
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ kind: 'sending', share: total > 0 ? loaded / total : 0 });
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = () => resolve({ kind: 'refused' });
    onProgress({ kind: 'sending', share: 0 });
    request.send(body);
  });
}

const problem = z.object({ detail: z.string() });

function outcomeOf(request: XMLHttpRequest): Extract<UploadState, { kind: 'done' | 'refused' }> {
  const answer = parseJson(request.responseText);
  const kept = uploadedFiles.safeParse(answer);
  if (request.status < 300 && kept.success) return { kind: 'done', count: kept.data.files.length };
  const refused = problem.safeParse(answer);
  return refused.success ? { kind: 'refused', sentence: refused.data.detail } : { kind: 'refused' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
