// Whether the server could be reached when it was last asked, and how its clock stands beside ours.
import {useSyncExternalStore} from 'react';

let reached = true;
let aheadMs = 0;
const listeners = new Set<() => void>();

export function tellReach(next: boolean): void {
  if (next === reached) return;
  reached = next;
  for (const told of listeners) told();
}

export function isReached(): boolean {
  return reached && (typeof navigator === 'undefined' || navigator.onLine !== false);
}

function follow(told: () => void): () => void {
  listeners.add(told);
  window.addEventListener('online', told);
  window.addEventListener('offline', told);
  return () => {
    listeners.delete(told);
    window.removeEventListener('online', told);
    window.removeEventListener('offline', told);
  };
}

export function useReach(): boolean {
  return useSyncExternalStore(follow, isReached);
}

/** By the `Date` of an answer; a machine's clock may be minutes off. */
export function tellTime(date: string | null): void {
  const theirs = Date.parse(date ?? '');
  if (!Number.isNaN(theirs)) aheadMs = theirs - Date.now();
}

/** The time by the server's clock, as far as it is known. */
export function serverNow(): number {
  return Date.now() + aheadMs;
}
