import {useNavigate, useParams, useSearch} from '@tanstack/react-router';
import {useCallback, useEffect} from 'react';

type Search = Readonly<Record<string, string | undefined>>;

/** What filters a page stands in its address, so that a link shows what its sender saw. */
export function useAddress(): [Search, (changes: Search) => void] {
  const search = useSearch({strict: false}) as Search;
  const navigate = useNavigate();
  const change = useCallback((changes: Search) => {
    void navigate({to: '.', search: ((before: Search) => ({...before, ...changes})) as never, replace: true});
  }, [navigate]);
  return [search, change];
}

export function usePart(name: string): string | undefined {
  const parts = useParams({strict: false}) as Readonly<Record<string, string | undefined>>;
  return parts[name];
}

export function useTitle(title: string): void {
  useEffect(() => { document.title = title === '' ? 'Lắng Nghe' : `${title} – Lắng Nghe`; }, [title]);
}
