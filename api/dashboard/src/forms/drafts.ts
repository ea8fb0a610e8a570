import type {GroupDraft} from './values.ts';

/**
 * What was typed and not yet recorded survives a reload and a session that ended, in this tab alone and
 * for the same person; signing out clears it, since computers are shared.
 */
const kPrefix = 'draft ';

export function keep(key: string, draft: GroupDraft): void {
  try {
    sessionStorage.setItem(kPrefix + key, JSON.stringify(draft));
  } catch {
    // A full or forbidden store loses the copy, not what stands in the form.
  }
}

export function kept(key: string): GroupDraft | null {
  try {
    const text = sessionStorage.getItem(kPrefix + key);
    return text === null ? null : JSON.parse(text) as GroupDraft;
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(kPrefix + key);
  } catch {
    // Nothing was kept then.
  }
}

export function forgetAll(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(kPrefix)) sessionStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept then.
  }
}
