import {queryOf, send} from './client.ts';

export interface StoredFile {
  readonly hash: string;
  readonly media_type: string;
  readonly bytes: number;
}

/** What the server takes; it looks at the first bytes itself. */
export const kMediaTypes = ['image/jpeg', 'image/png', 'image/heic', 'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'audio/mpeg', 'audio/mp4', 'audio/ogg'];

/** Stores a file; with a resident it is sealed under that person's key. */
export async function storeFile(file: File, resident: string | null): Promise<StoredFile> {
  const answer = await send({method: 'POST', path: `attachments${queryOf({resident})}`, body: file,
    headers: {'Content-Type': file.type}});
  const stored = await answer.json() as {attachment: string; media_type: string; bytes: number};
  return {hash: stored.attachment, media_type: stored.media_type, bytes: stored.bytes};
}
