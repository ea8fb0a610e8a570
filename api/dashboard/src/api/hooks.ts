import {useQuery, useQueryClient, type UseQueryResult} from '@tanstack/react-query';
import {useCallback} from 'react';
import {useAsOf} from '../app/as_of.ts';
import {currentLanguage} from '../i18n/text.ts';
import {withKept} from '../offline/reads.ts';
import {read, type Parameters, type ReadPath, type Reads} from './client.ts';
import type {Problem} from './problem.ts';

interface Reading {
  readonly parts?: Parameters;
  readonly query?: Parameters;
  /** Off while what it needs is not known yet. */
  readonly enabled?: boolean;
  /** Shown as it is now, whatever moment the page is shown at. */
  readonly now?: boolean;
}

export type Result<Path extends ReadPath> = UseQueryResult<Reads[Path], Problem>;

/** One read of the contract, at the moment the page is shown at. */
export function useRead<Path extends ReadPath>(path: Path, reading: Reading = {}): Result<Path> {
  const {parts = {}, query = {}, enabled = true, now = false} = reading;
  const asOf = useAsOf();
  const asked: Parameters = now || !asOf ? query : {...query, as_of: asOf.address};
  return useQuery<Reads[Path], Problem>({
    queryKey: [path, parts, asked, currentLanguage()],
    queryFn: ({signal}) => withKept(path, parts, asked, () => read(path, parts, asked, signal)),
    enabled,
  });
}

interface Paged {
  readonly items: unknown[];
  readonly next: string | null;
}

/**
 * A list with all its pages: a ward is small, and what is here is filtered without asking again.
 */
export function useWholeList<Path extends ReadPath>(path: Reads[Path] extends Paged ? Path : never,
                                                    query: Parameters = {}, enabled = true): Result<Path> {
  const asOf = useAsOf();
  const asked: Parameters = {...query, limit: 500, ...(asOf ? {as_of: asOf.address} : {})};
  return useQuery<Reads[Path], Problem>({
    enabled,
    queryKey: [path, 'whole', asked, currentLanguage()],
    queryFn: async ({signal}) => {
      const first = await read<Path>(path, {}, asked, signal);
      const whole = first as Reads[Path] & Paged;
      let {next} = whole;
      while (next !== null) {
        const page = await read<Path>(path, {}, {...asked, cursor: next}, signal) as Reads[Path] & Paged;
        whole.items.push(...page.items);
        next = page.next;
      }
      return {...whole, next: null};
    },
  });
}

/** Everything that is shown is asked for again: after an act, no page may show what was. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries(), [client]);
}
