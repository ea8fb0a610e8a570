import {useQuery, useQueryClient, type QueryClient, type UseQueryResult} from '@tanstack/react-query';
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

/** The longest wait for others' changes, which begin reads anew again and again. */
const kAtRestMs = 3000;

/** No read is on its way any more, and the pages have what came. */
async function atRest(client: QueryClient): Promise<void> {
  await new Promise<void>((resolve) => {
    const cache = client.getQueryCache();
    const end = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const look = () => { if (client.isFetching() === 0) end(); };
    const stop = cache.subscribe(look);
    const timer = setTimeout(end, kAtRestMs);
    look();
  });
  // The cache tells the pages in a turn of its own, which was asked for before this one.
  await new Promise((resolve) => { setTimeout(resolve); });
}

/**
 * Everything that is shown is asked for again: after an act, no page may show what was. A change that is heard of live
 * meanwhile begins reads anew, and theirs is the answer to wait for.
 */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await client.invalidateQueries();
    await atRest(client);
  }, [client]);
}
