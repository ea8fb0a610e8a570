import type {ReactNode} from 'react';
import type {ReadPath, Reads} from '../api/client.ts';
import type {Result} from '../api/hooks.ts';
import {Loading} from './Loading.tsx';
import {ProblemNote} from './ProblemNote.tsx';

interface Props<Path extends ReadPath> {
  readonly of: Result<Path>;
  readonly children: (data: Reads[Path]) => ReactNode;
}

/** What was read, as soon as it is there; older data stays while newer is on its way. */
export function ShownWhenRead<Path extends ReadPath>({of, children}: Props<Path>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <ProblemNote problem={of.error} retry={() => void of.refetch()} />;
  return <Loading />;
}
