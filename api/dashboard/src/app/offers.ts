import {useEffect, useSyncExternalStore} from 'react';

/** What can be done with what is open; the palette offers it too. */
export interface Offer {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

let offers: readonly Offer[] = [];
const listeners = new Set<() => void>();

function put(next: readonly Offer[]): void {
  offers = next;
  for (const told of listeners) told();
}

/** Given by the page that is open, taken back when it is left. */
export function useOffers(mine: readonly Offer[]): void {
  useEffect(() => {
    put(mine);
    return () => put([]);
  }, [mine]);
}

export function useOffered(): readonly Offer[] {
  return useSyncExternalStore((told) => {
    listeners.add(told);
    return () => listeners.delete(told);
  }, () => offers);
}
