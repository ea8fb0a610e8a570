import type {Vault} from '../offline/vault.ts';

/**
 * Typed values that are not yet recorded survive a reload, a session that ended and a machine that went out: they are in memory
 * at once, and sealed on the disk within a second.
 */
const kToDiskMs = 300;

const drafts = new Map<string, unknown>();
const unsaved = new Set<string>();
let vault: Vault | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The drafts of whoever is signed in; of nobody where `next` is null. */
export async function keepDraftsIn(next: Vault | null): Promise<void> {
  await saveDrafts();
  vault = next;
  drafts.clear();
  for (const {id, value} of await next?.all('draft') ?? []) drafts.set(id, value);
}

/** Puts on the disk what is not there yet. */
export async function saveDrafts(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const ids = [...unsaved];
  unsaved.clear();
  await Promise.all(ids.map((id) => {
    const draft = drafts.get(id);
    return draft === undefined ? vault?.drop('draft', id) : vault?.put('draft', id, draft);
  })).catch(() => {
    // A full or forbidden store loses the copy, not what stands in the form.
  });
}

function changed(key: string): void {
  unsaved.add(key);
  timer ??= setTimeout(() => void saveDrafts(), kToDiskMs);
}

export function keep(key: string, draft: unknown): void {
  drafts.set(key, draft);
  changed(key);
}

export function kept<Draft>(key: string): Draft | null {
  return drafts.get(key) as Draft | undefined ?? null;
}

export function forget(key: string): void {
  if (drafts.delete(key)) changed(key);
}

if (typeof document !== 'undefined') {
  // The last moment at which a page on a phone is sure to be heard.
  document.addEventListener('visibilitychange', () => { if (document.hidden) void saveDrafts(); });
}
