// Changes appear without being asked for: one stream for all tabs of the browser, and in each tab what it shows is read
// again where a record made it old.
import type {QueryClient} from '@tanstack/react-query';
import {standForLeader} from './leader.ts';
import {openStream, type Told} from './stream.ts';
import {isOfNow, isTouched} from './touched.ts';

/** Several records are often one act. */
const kGatherMs = 150;
/** A tab that nobody has looked at for so long asks for nothing. */
const kHiddenMs = 5 * 60_000;

interface Following {
  readonly ward: string;
  readonly user: string;
  readonly client: QueryClient;
  /** The server ended the stream since the sign-in ended or its rights changed. */
  readonly onEnd: () => void;
}

type Message = {readonly told: Told} | {readonly position: number} | {readonly size: number} | {readonly ended: string};

/** The size of the ledger up to which this tab has read everything anew, after an act of its own. */
let seen = 0;

export function noteSeen(ledgerSize: number): void {
  seen = Math.max(seen, ledgerSize);
}

function sizeOf(data: unknown): number | null {
  const position = (data as {readonly position?: unknown} | undefined)?.position;
  return typeof position === 'number' ? position : null;
}

class Follower {
  private last: number | null = null;
  /** What was told of and not yet read, with its last position. */
  private readonly streams = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly following: Following) {}

  from = (): number | null => this.last;

  hear(message: Message): void {
    if ('told' in message) {
      this.move(message.told.position);
      if (message.told.position < seen) return;
      this.streams.set(message.told.stream, message.told.position);
      this.timer ??= setTimeout(() => this.flush(), kGatherMs);
    } else if ('position' in message) {
      this.move(message.position);
    } else if ('size' in message) {
      this.begin(message.size);
    } else if (message.ended === 'signed_out' || message.ended === 'rights_changed') {
      this.following.onEnd();
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private move(position: number): void {
    this.last = Math.max(this.last ?? 0, position);
  }

  /** Answers that were read before the stream began may be older than it. */
  private begin(size: number): void {
    if (this.last === null && size > 0) this.last = size - 1;
    void this.following.client.invalidateQueries({predicate: ({state, queryKey}) => {
      const read = sizeOf(state.data);
      return read !== null && read < size && isOfNow(queryKey);
    }});
  }

  private flush(): void {
    this.timer = undefined;
    // An act of this tab may have been told of before it was answered, and is read by now.
    const streams = new Set([...this.streams].filter(([, position]) => position >= seen).map(([stream]) => stream));
    this.streams.clear();
    if (streams.size === 0) return;
    void this.following.client.invalidateQueries({predicate: ({queryKey}) => isTouched(queryKey, streams)});
  }
}

/** Calls `come` while somebody can see the tab, and what it answers when nobody has for long. */
export function whileSeen(come: () => () => void, page: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'> = document): () => void {
  let go: (() => void) | null = page.hidden ? null : come();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (!page.hidden) {
      go ??= come();
    } else if (go) {
      timer = setTimeout(() => {
        go?.();
        go = null;
      }, kHiddenMs);
    }
  };
  page.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    page.removeEventListener('visibilitychange', look);
    go?.();
  };
}

/** Answers how to stop. */
export function follow(following: Following): () => void {
  // Of another ward, whose ledger may be longer than this one's.
  seen = 0;
  const name = `langnghe live ${following.ward} ${following.user}`;
  const follower = new Follower(following);
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : null;
  const tell = (message: Message) => {
    follower.hear(message);
    channel?.postMessage(message);
  };
  if (channel) channel.onmessage = (event: MessageEvent<Message>) => follower.hear(event.data);
  const stop = whileSeen(() => standForLeader(name, () => openStream({from: follower.from, onBegin: (size) => tell({size}),
    onRecord: (told) => tell({told: {position: told.position, stream: told.stream}}), onPosition: (position) => tell({position}),
    onEnd: (ended) => tell({ended})})));
  return () => {
    stop();
    follower.stop();
    channel?.close();
  };
}
