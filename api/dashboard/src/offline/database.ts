// IndexedDB as promises: the keys of whoever signs in on this machine, and what is sealed under them.

export interface SealedBytes {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** A key wrapped under one that is made of the password. */
export interface Wrapped extends SealedBytes {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
}

export interface KeyRow {
  /** `ward user` */
  readonly owner: string;
  /** The name of this key, which each sealed row bears. */
  readonly id: string;
  /** Absent where the sign-in was without a password: what is sealed ends with the sign-in then. */
  readonly wrapped: Wrapped | null;
  /** While the person is signed in; its bytes cannot be read out by a script. */
  readonly open: CryptoKey | null;
  /** A name for the sign-in, so that what an earlier one left is told apart. */
  readonly signIn: string;
  /** Wrapped under a password that holds no more. */
  readonly former: readonly {readonly id: string; readonly wrapped: Wrapped}[];
}

export interface SealedRow extends SealedBytes {
  readonly owner: string;
  readonly kind: string;
  readonly id: string;
  readonly key: string;
}

type Store = 'keys' | 'sealed';

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('langnghe', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('keys', {keyPath: 'owner'});
      request.result.createObjectStore('sealed', {keyPath: ['owner', 'kind', 'id']});
    };
    request.onsuccess = () => {
      // Closed by the browser, as when its data are cleared: the next request opens it anew.
      request.result.onclose = () => { opened = null; };
      resolve(request.result);
    };
    request.onerror = () => {
      opened = null;
      reject(request.error ?? new Error('no database'));
    };
  });
  return opened;
}

/** One request in a transaction of its own; done when it is on the disk. */
async function run<Answer>(store: Store, mode: IDBTransactionMode, make: (store: IDBObjectStore) => IDBRequest<Answer>): Promise<Answer> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const work = database.transaction(store, mode, {durability: 'strict'});
    const request = make(work.objectStore(store));
    work.oncomplete = () => resolve(request.result);
    work.onabort = () => reject(work.error ?? new Error('not kept'));
  });
}

const ofOwner = (owner: string, kind?: string) => (kind === undefined ? IDBKeyRange.bound([owner], [owner, []])
  : IDBKeyRange.bound([owner, kind], [owner, kind, []]));

export const keyRows = {
  get: (owner: string) => run<KeyRow | undefined>('keys', 'readonly', (store) => store.get(owner) as IDBRequest<KeyRow | undefined>),
  all: () => run<KeyRow[]>('keys', 'readonly', (store) => store.getAll() as IDBRequest<KeyRow[]>),
  put: (row: KeyRow) => run('keys', 'readwrite', (store) => store.put(row)),
  /** Read and written in one transaction, so that no other tab's sign-in comes in between; `null` leaves the row as it is. */
  change: (owner: string, changed: (row: KeyRow) => KeyRow | null) => run('keys', 'readwrite', (store) => {
    const request = store.get(owner) as IDBRequest<KeyRow | undefined>;
    request.onsuccess = () => {
      const next = request.result && changed(request.result);
      if (next) store.put(next);
    };
    return request;
  }),
};

export const sealedRows = {
  get: (owner: string, kind: string, id: string) =>
    run<SealedRow | undefined>('sealed', 'readonly', (store) => store.get([owner, kind, id]) as IDBRequest<SealedRow | undefined>),
  all: (owner: string, kind?: string) => run<SealedRow[]>('sealed', 'readonly', (store) => store.getAll(ofOwner(owner, kind)) as IDBRequest<SealedRow[]>),
  put: (row: SealedRow) => run('sealed', 'readwrite', (store) => store.put(row)),
  drop: (owner: string, kind: string, id: string) => run('sealed', 'readwrite', (store) => store.delete([owner, kind, id])),
  dropAll: (owner: string, kind?: string) => run('sealed', 'readwrite', (store) => store.delete(ofOwner(owner, kind))),
};
