import {useEffect} from 'react';
import {preferences} from './preferences.ts';

/** Somebody is writing there, or choosing: letters are theirs. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
    || target.closest('[role=listbox], [role=menu], [role=dialog], [role=spinbutton]') !== null;
}

/** A letter alone is a command only outside of fields, without modifiers, and where that is liked. */
export function letterOf(event: KeyboardEvent): string | null {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null;
  if (isWriting(event.target) || !preferences().letterKeys) return null;
  return event.key.length === 1 ? event.key : null;
}

export function useKeydown(handle: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [handle]);
}
