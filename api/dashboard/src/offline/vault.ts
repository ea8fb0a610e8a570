// The vault: values that a signed-in person has typed and not sent, and answers they need to go on without network: kept on this machine
// for them alone.
import {newKey} from '../api/random.ts';
import {keyRows, sealedRows, type KeyRow, type SealedRow} from './database.ts';
import {canSeal, makeKey, seal, unseal, unwrap} from './seal.ts';

/** Drafts of forms, acts that wait to be sent, and answers of the server. */
export type Kind = 'draft' | 'waiting' | 'read';

export interface Owner {
  readonly ward: string;
  readonly user: string;
}

export interface Kept {
  readonly id: string;
  readonly value: unknown;
}

export interface Vault {
  readonly owner: Owner;
  /** Another one after each sign-in. */
  readonly signIn: string;
  /** Whether it outlives the tab. */
  readonly lasting: boolean;
  /** Whether it can stay, sealed, when the person signs out. */
  readonly staysSealed: boolean;
  put(kind: Kind, id: string, value: unknown): Promise<void>;
  get(kind: Kind, id: string): Promise<unknown>;
  all(kind: Kind): Promise<readonly Kept[]>;
  drop(kind: Kind, id: string): Promise<void>;
  /** How much lies here that an earlier password sealed. */
  former(): Promise<number>;
  /** Opens that with the earlier password; false where it is not the one. */
  openFormer(password: string): Promise<boolean>;
  dropFormer(): Promise<void>;
  /**
   * The person leaves: nothing here can be opened until they sign in again, or, with `drop`, ever. What cannot stay
   * sealed is left as it is where a session merely ended, until anybody signs in.
   */
  close(how: 'seal' | 'drop'): Promise<void>;
}

const nameOf = ({ward, user}: Owner) => `${ward} ${user}`;
const placeOf = (owner: string, kind: string, id: string) => JSON.stringify([owner, kind, id]);

class SealedVault implements Vault {
  readonly lasting = true;

  constructor(readonly owner: Owner, private row: KeyRow, private readonly key: CryptoKey) {}

  get signIn(): string {
    return this.row.signIn;
  }

  get staysSealed(): boolean {
    return this.row.wrapped !== null;
  }

  async put(kind: Kind, id: string, value: unknown): Promise<void> {
    const {owner} = this.row;
    await sealedRows.put({owner, kind, id, key: this.row.id, ...await seal(this.key, placeOf(owner, kind, id), value)});
  }

  private async opened(row: SealedRow): Promise<unknown> {
    return row.key === this.row.id ? unseal(this.key, placeOf(row.owner, row.kind, row.id), row) : undefined;
  }

  async get(kind: Kind, id: string): Promise<unknown> {
    const row = await sealedRows.get(this.row.owner, kind, id);
    return row && this.opened(row);
  }

  async all(kind: Kind): Promise<readonly Kept[]> {
    const rows = await sealedRows.all(this.row.owner, kind);
    const values = await Promise.all(rows.map((row) => this.opened(row)));
    return rows.flatMap(({id}, at) => (values[at] === undefined ? [] : [{id, value: values[at]}]));
  }

  async drop(kind: Kind, id: string): Promise<void> {
    await sealedRows.drop(this.row.owner, kind, id);
  }

  private async formerRows(): Promise<readonly SealedRow[]> {
    const known = new Set(this.row.former.map((each) => each.id));
    return (await sealedRows.all(this.row.owner)).filter((each) => known.has(each.key));
  }

  async former(): Promise<number> {
    return (await this.formerRows()).length;
  }

  async openFormer(password: string): Promise<boolean> {
    let any = false;
    for (const {id, wrapped} of this.row.former) {
      const key = await unwrap(wrapped, password);
      if (!key) continue;
      any = true;
      for (const row of (await this.formerRows()).filter((each) => each.key === id)) {
        const value = await unseal(key, placeOf(row.owner, row.kind, row.id), row);
        if (value !== undefined) await this.put(row.kind as Kind, row.id, value);
      }
      await this.save({former: this.row.former.filter((each) => each.id !== id)});
    }
    return any;
  }

  async dropFormer(): Promise<void> {
    for (const row of await this.formerRows()) await sealedRows.drop(row.owner, row.kind, row.id);
    await this.save({former: []});
  }

  async close(how: 'seal' | 'drop'): Promise<void> {
    if (how === 'seal' && !this.staysSealed) return;
    await sealedRows.dropAll(this.row.owner, how === 'drop' ? undefined : 'read');
    await this.save({open: null});
  }

  private async save(changes: Partial<KeyRow>): Promise<void> {
    this.row = {...this.row, ...changes};
    // Signed in anew in another tab, perhaps with another password: that key stays, or what it sealed would never open.
    await keyRows.change(this.row.owner, (stored) => (stored.signIn === this.row.signIn ? this.row : null));
  }
}

/**
 * The store where the browser can seal nothing, as on plain http: in this tab alone, gone with it. Nothing of
 * it outlives the sign-in.
 */
class TabVault implements Vault {
  readonly lasting = false;
  readonly staysSealed = false;
  readonly signIn = newKey();

  constructor(readonly owner: Owner) {
    const mine = this.prefix();
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith('kept ') && !key.startsWith(mine)) sessionStorage.removeItem(key);
    }
  }

  private prefix(kind?: Kind): string {
    return `kept ${nameOf(this.owner)} ${kind === undefined ? '' : `${kind} `}`;
  }

  put(kind: Kind, id: string, value: unknown): Promise<void> {
    // An answer that only spares another request is not worth being kept in clear.
    if (kind !== 'read') sessionStorage.setItem(this.prefix(kind) + id, JSON.stringify(value));
    return Promise.resolve();
  }

  get(kind: Kind, id: string): Promise<unknown> {
    const text = sessionStorage.getItem(this.prefix(kind) + id);
    return Promise.resolve(text === null ? undefined : JSON.parse(text) as unknown);
  }

  all(kind: Kind): Promise<readonly Kept[]> {
    const prefix = this.prefix(kind);
    return Promise.resolve(Object.keys(sessionStorage).filter((key) => key.startsWith(prefix)).sort()
      .map((key) => ({id: key.slice(prefix.length), value: JSON.parse(sessionStorage.getItem(key) ?? 'null') as unknown})));
  }

  drop(kind: Kind, id: string): Promise<void> {
    sessionStorage.removeItem(this.prefix(kind) + id);
    return Promise.resolve();
  }

  former(): Promise<number> {
    return Promise.resolve(0);
  }

  openFormer(): Promise<boolean> {
    return Promise.resolve(false);
  }

  dropFormer(): Promise<void> {
    return Promise.resolve();
  }

  close(how: 'seal' | 'drop'): Promise<void> {
    if (how === 'seal') return Promise.resolve();
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(this.prefix())) sessionStorage.removeItem(key);
    }
    return Promise.resolve();
  }
}

/** Nobody else's key lies open on a machine that somebody signs in on. */
async function closeOthers(owner: string): Promise<void> {
  for (const row of await keyRows.all()) {
    if (row.owner === owner || row.open === null) continue;
    await sealedRows.dropAll(row.owner, row.wrapped ? 'read' : undefined);
    await keyRows.change(row.owner, (stored) => ({...stored, open: null}));
  }
}

/** Moves entries from a key that has no wrapped form to one that has. */
async function sealAnew(from: KeyRow, to: KeyRow): Promise<void> {
  for (const row of await sealedRows.all(from.owner)) {
    const place = placeOf(row.owner, row.kind, row.id);
    const value = row.key === from.id ? await unseal(from.open!, place, row) : undefined;
    if (value !== undefined) await sealedRows.put({...row, key: to.id, ...await seal(to.open!, place, value)});
  }
}

async function rowFor(name: string, password: string | null): Promise<KeyRow> {
  const known = await keyRows.get(name);
  if (known?.open && password === null) return known;
  const same = known?.wrapped && password !== null ? await unwrap(known.wrapped, password) : null;
  if (known && same) return {...known, open: same, signIn: newKey()};
  const {key, wrapped} = await makeKey(password);
  const made = {owner: name, id: newKey(), wrapped, open: key, signIn: newKey()};
  if (known?.open && !known.wrapped) {
    await sealAnew(known, {...made, former: known.former});
    return {...made, former: known.former};
  }
  const former = [...known?.former ?? [], ...(known?.wrapped ? [{id: known.id, wrapped: known.wrapped}] : [])];
  return {...made, former};
}

/**
 * The signed-in person's own. With the password as they sign in; without, as the page is loaded again during
 * the same sign-in, or where they signed in by other means.
 */
export async function openVault(owner: Owner, password: string | null): Promise<Vault> {
  if (!canSeal()) return new TabVault(owner);
  try {
    const name = nameOf(owner);
    await closeOthers(name);
    const row = await rowFor(name, password);
    await keyRows.put(row);
    return new SealedVault(owner, row, row.open!);
  } catch {
    // A browser that keeps nothing, as some private windows do.
    return new TabVault(owner);
  }
}

/** The person who was signed in last in this ward, where the server cannot be asked. */
export async function lastVault(ward: string): Promise<Vault | null> {
  if (!canSeal()) return null;
  try {
    const row = (await keyRows.all()).find((each) => each.open !== null && each.owner.startsWith(`${ward} `));
    return row?.open ? new SealedVault({ward, user: row.owner.slice(ward.length + 1)}, row, row.open) : null;
  } catch {
    return null;
  }
}
