// The stream itself: opened at the last position, opened again after every end.
import {addressOf} from '../api/client.ts';

export interface Told {
  readonly position: number;
  readonly stream: string;
}

interface Listener {
  /** The position to go on from; null where nothing was heard yet. */
  readonly from: () => number | null;
  /** How long the ledger is as the stream begins. */
  readonly onBegin: (size: number) => void;
  readonly onRecord: (told: Told) => void;
  /** The position moved over what this reader is not shown. */
  readonly onPosition: (position: number) => void;
  /** The sign-in or the rights are not what they were. */
  readonly onEnd: (why: string) => void;
}

const kFirstWaitMs = 1000;
const kLongestWaitMs = 60_000;

/** Answers how to close it. The browser itself comes back with `Last-Event-ID` where a connection is merely lost. */
export function openStream({from, onBegin, onRecord, onPosition, onEnd}: Listener): () => void {
  let source: EventSource | null = null;
  let wait = kFirstWaitMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const open = () => {
    const after = from();
    source = new EventSource(addressOf('live') + (after === null ? '' : `?after=${after}`));
    source.onopen = () => { wait = kFirstWaitMs; };
    const heard = (event: MessageEvent) => {
      const id = Number(event.lastEventId);
      if (event.lastEventId !== '' && Number.isInteger(id)) onPosition(id);
    };
    source.addEventListener('begin', (event) => {
      const message = event as MessageEvent<string>;
      onBegin((JSON.parse(message.data) as {position: number}).position);
      heard(message);
    });
    source.addEventListener('record', (event) => {
      const message = event as MessageEvent<string>;
      onRecord(JSON.parse(message.data) as Told);
      heard(message);
    });
    source.addEventListener('end', (event) => onEnd((JSON.parse((event as MessageEvent<string>).data) as {reason: string}).reason));
    source.onerror = () => {
      // Refused rather than lost: the browser gives up, and we come back later and later.
      if (closed || source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(open, wait);
      wait = Math.min(2 * wait, kLongestWaitMs);
    };
  };
  open();
  return () => {
    closed = true;
    clearTimeout(timer);
    source?.close();
  };
}
