// The signed-in person's acts that wait, for all pages and tabs.
import {createContext, useContext, useSyncExternalStore} from 'react';
import {callAs, currentDemonstrationClock, read} from '../api/client.ts';
import {Problem} from '../api/problem.ts';
import {serverNow} from '../api/reach.ts';
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
    await this.save(made);
    void this.send();
  }

  drop = async (each: Waiting): Promise<void> => {
    this.put(this.waiting.filter((one) => one.id !== each.id));
    await this.vault.drop('waiting', each.id);
    this.channel?.postMessage('changed');
  };

  save = async (each: Waiting): Promise<void> => {
    const known = this.waiting.some((one) => one.id === each.id);
    const next = known ? this.waiting.map((one) => (one.id === each.id ? each : one)) : [...this.waiting, each];
    this.put(next);
    await this.vault.put('waiting', each.id, each);
    this.channel?.postMessage('changed');
  };

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
        const {sendWaiting} = await import('./sending.ts');
        const taken = await sendWaiting({next: () => (this.stopped ? [] : this.sendable()), save: this.save, drop: this.drop,
          now: () => (currentDemonstrationClock() === null ? serverNow() : null)});
        if (taken > 0) this.told.onSent();
      });
    } finally {
      this.busy = false;
    }
  }

  async load(): Promise<void> {
    const kept = (await this.vault.all('waiting')).map((each) => each.value as Waiting);
    this.put(kept.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }

  private sendable(): readonly Waiting[] {
    return this.waiting.filter((each) => each.refused === '' && !this.isHeld(each));
  }

  private put(next: readonly Waiting[]): void {
    this.waiting = next;
    for (const told of this.listeners) told();
  }

  /** The browser's sign-in is one for all its tabs: another tab may have changed whose it is. */
  private async isStillMe(): Promise<boolean> {
    try {
      const session = await read('session', {}, {});
      if (session.user === this.vault.owner.user) {
        callAs({csrf: session.csrf_token});
        return true;
      }
      this.told.onOtherPerson();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.isSignedOut) this.told.onOtherPerson();
    }
    return false;
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
