// One of a browser's tabs leads: a browser opens six connections to a server at most, and a stream holds one for ever.

const kLeaseMs = 6000;
const kRenewMs = 2000;

/** Calls `lead` when this tab leads, and what that answers when it no more does. Answers how to stand back. */
export function standForLeader(name: string, lead: () => () => void): () => void {
  return 'locks' in navigator ? byLock(name, lead) : byLease(name, lead);
}

function byLock(name: string, lead: () => () => void): () => void {
  const standing = new AbortController();
  const stopped = new Promise<void>((resolve) => { standing.signal.addEventListener('abort', () => resolve()); });
  navigator.locks.request(name, {signal: standing.signal}, async () => {
    const end = lead();
    await stopped;
    end();
  }).catch(() => {
    // Stood back before it led.
  });
  return () => standing.abort();
}

/** On plain http there are no locks: a line in the browser's storage says who leads, and for how long. */
function byLease(name: string, lead: () => () => void): () => void {
  const me = Math.random().toString(36).slice(2);
  let end: (() => void) | null = null;
  const look = () => {
    const [holder, until] = (localStorage.getItem(name) ?? '').split(' ');
    if (holder !== me && Number(until) > Date.now()) {
      end?.();
      end = null;
      return;
    }
    localStorage.setItem(name, `${me} ${Date.now() + kLeaseMs}`);
    end ??= lead();
  };
  const timer = setInterval(look, kRenewMs);
  look();
  return () => {
    clearInterval(timer);
    if (end) localStorage.removeItem(name);
    end?.();
    end = null;
  };
}
