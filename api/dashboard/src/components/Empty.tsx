import type {ReactNode} from 'react';

/** Nothing there yet, all done, or hidden by a filter: the three are never the same sentence. */
export function Empty({kind, children}: {readonly kind: 'none' | 'done' | 'hidden'; readonly children: ReactNode}) {
  return <div className={`empty empty-${kind}`}>{children}</div>;
}
