import {createContext, useContext} from 'react';
import {day, isDay} from '../i18n/dates.ts';

/** The moment that the whole screen is shown at. */
export interface AsOf {
  /** A day, shown as it was at its end, or a ledger size; the API takes both as they stand in the address. */
  readonly address: string;
  readonly label: string;
}

/** In the address: that moment and another side by side; `1` is now. */
export const kCompare = 'doi-chieu';

export function readAsOf(address: string | undefined): AsOf | null {
  if (!address) return null;
  if (isDay(address)) return {address, label: day(address)};
  return /^\d+$/.test(address) ? {address, label: address} : null;
}

/** Days by days and ledger sizes by ledger sizes; which of a day and a size is later, the server knows. */
export function isLater(one: AsOf, other: AsOf): boolean {
  if (isDay(one.address) !== isDay(other.address)) return false;
  return isDay(one.address) ? one.address > other.address : Number(one.address) > Number(other.address);
}

export const AsOfContext = createContext<AsOf | null>(null);

/** Nothing where the page shows now. */
export function useAsOf(): AsOf | null {
  return useContext(AsOfContext);
}
