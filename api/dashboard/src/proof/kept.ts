import type {KeptHead} from './check.ts';

const keyOf = (ward: string) => `head ${ward}`;

export function keptHead(ward: string): KeptHead | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(ward)) ?? 'null') as KeptHead | null;
  } catch {
    return null;
  }
}

export function keepHead(ward: string, head: KeptHead): void {
  localStorage.setItem(keyOf(ward), JSON.stringify(head));
}
