// The signed-in person's acts that wait, for all pages and tabs.
import {createContext, useContext, useSyncExternalStore} from 'react';
import {currentDemonstrationClock} from '../api/client.ts';
import {serverNow} from '../api/reach.ts';
import {sessionStillOf} from '../app/session.ts';
import {waitingOf, type Waiting} from './outbox.ts';
import type {Vault} from './vault.ts';

const kAgainMs = 15_000;

interface Told {
  readonly onSent: () => void;
  /** Somebody else is signed in in this browser by now, or nobody. */
  readonly onOtherPerson: () => void;
}

/** One at a time in all tabs, where the browser can see to that; a key acts once in any case. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  await navigator.locks.request(name, {ifAvailable: true}, async (lock) => { if (lock) await work(); });
}

export class Queue {
  private waiting: readonly Waiting[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel | null;
  private readonly name: string;
  private busy = false;
  private stopped = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(readonly vault: Vault, private readonly told: Told) {
    this.name = `langnghe outbox ${vault.owner.ward} ${vault.owner.user}`;
    this.channel = vault.lasting && 'BroadcastChannel' in globalThis ? new BroadcastChannel(this.name) : null;
  }

  /** Reads what lies on the disk, and begins to send. */
  start(): () => void {
    this.stopped = false;
    const again = () => void this.send();
    const left = (event: BeforeUnloadEvent) => { if (this.waiting.length > 0 && !this.vault.lasting) event.preventDefault(); };
    if (this.channel) this.channel.onmessage = () => void this.load();
    void this.load().then(again);
    window.addEventListener('online', again);
    window.addEventListener('beforeunload', left);
    this.timer = setInterval(again, kAgainMs);
    return () => {
      this.stopped = true;
      clearInterval(this.timer);
      window.removeEventListener('online', again);
      window.removeEventListener('beforeunload', left);
      if (this.channel) this.channel.onmessage = null;
    };
  }

  list = (): readonly Waiting[] => this.waiting;

  follow = (told: () => void): (() => void) => {
    this.listeners.add(told);
    return () => this.listeners.delete(told);
  };

  /** Work that an earlier sign-in left: it is sent when its person says so, and never by itself. */
  isHeld(each: Waiting): boolean {
    return each.signIn !== this.vault.signIn;
  }

  async add(given: Omit<Parameters<typeof waitingOf>[0], 'signIn'>): Promise<void> {
    const made = waitingOf({...given, signIn: this.vault.signIn} as Parameters<typeof waitingOf>[0]);
    await this.inTurn(() => this.write(made));
    void this.send();
  }

  drop = async (each: Waiting): Promise<void> => {
    const without = () => this.put(this.waiting.filter((one) => one.id !== each.id));
    without();
    await this.inTurn(async () => {
      await this.vault.drop('waiting', each.id);
      without();
    });
    this.channel?.postMessage('changed');
  };

  /** Puts a change to what waits on the disk; what was dropped meanwhile is not brought back. */
  save = (each: Waiting): Promise<void> => this.inTurn(async () => {
    if (this.waiting.some((one) => one.id === each.id)) await this.write(each);
  });

  /** Its person has looked at what an earlier sign-in left: it belongs to this one. */
  async release(): Promise<void> {
    for (const each of this.waiting.filter((one) => this.isHeld(one))) await this.save({...each, signIn: this.vault.signIn});
    await this.send();
  }

  async send(): Promise<void> {
    if (this.busy || this.stopped || !this.sendable().length) return;
    this.busy = true;
    try {
      await alone(this.name, async () => {
        if (!await this.isStillMe()) return;
        // Another tab may just have sent it, or its person dropped it there.
        if (this.vault.lasting) await this.load();
        const {sendWaiting} = await import('./sending.ts');
        const taken = await sendWaiting({next: () => (this.stopped ? [] : this.sendable()), save: this.save, drop: this.drop,
          now: () => (currentDemonstrationClock() === null ? serverNow() : null)});
        if (taken > 0) this.told.onSent();
      });
    } finally {
      this.busy = false;
    }
  }

  load(): Promise<void> {
    return this.inTurn(async () => this.put((await this.vault.all('waiting')).map((each) => each.value as Waiting)));
  }

  /** On the disk first: what cannot be kept there is not taken out of its form. */
  private async write(each: Waiting): Promise<void> {
    await this.vault.put('waiting', each.id, each);
    this.put([...this.waiting.filter((one) => one.id !== each.id), each]);
    this.channel?.postMessage('changed');
  }

  /** Reads and writes of the disk one after another: what was read before a write would take away what that wrote. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private sendable(): readonly Waiting[] {
    return this.waiting.filter((each) => each.refused === '' && !this.isHeld(each));
  }

  private put(next: readonly Waiting[]): void {
    this.waiting = [...next].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const told of this.listeners) told();
  }

  /** The browser's sign-in is one for all its tabs: another tab may have changed whose it is. */
  private async isStillMe(): Promise<boolean> {
    const still = await sessionStillOf(this.vault.owner.user);
    if (still === 'other') this.told.onOtherPerson();
    return still !== 'other' && still !== 'unknown';
  }
}

export const QueueContext = createContext<Queue | null>(null);

export function useQueue(): Queue {
  const queue = useContext(QueueContext);
  if (!queue) throw new Error('nobody is signed in');
  return queue;
}

export function useWaiting(): readonly Waiting[] {
  const queue = useQueue();
  return useSyncExternalStore(queue.follow, queue.list);
}
