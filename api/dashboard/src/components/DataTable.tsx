import {Link} from '@tanstack/react-router';
import {useWindowVirtualizer} from '@tanstack/react-virtual';
import {useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode} from 'react';
import {flushSync} from 'react-dom';
import {letterOf, isWriting, useKeydown} from '../app/keys.ts';
import {t} from '../i18n/text.ts';

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** The one that names the row and leads to it. */
  readonly main?: boolean;
  readonly numeric?: boolean;
  /** On a phone a row is a card of two lines: what stands where there; `no` is left out. */
  readonly phone?: 'below' | 'no';
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** The address that a row leads to. */
  readonly addressOf?: (row: Row) => string | null;
}

const kWindowedFrom = 120;

/**
 * The one list of the program: a real table, on a phone a list of cards; `j k ↑ ↓` move, Enter opens. Of a
 * long one only the rows in sight are built.
 */
export function DataTable<Row>({label, rows, keyOf, columns, addressOf}: Props<Row>) {
  const table = useRef<HTMLTableElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(table.current?.offsetTop ?? 0), []);
  // A print holds the whole list, not only the rows in sight.
  const isPrinting = useIsPrinting();
  const windowed = rows.length > kWindowedFrom && !isPrinting;
  const virtual = useWindowVirtualizer({count: windowed ? rows.length : 0, estimateSize: () => 48, overscan: 12,
    scrollMargin: offset, getItemKey: (at) => keyOf(rows[at]!)});
  const goTo = useRowKeys(table, rows.length, useCallback((at: number) => {
    if (windowed) virtual.scrollToIndex(at);
  }, [windowed, virtual]));
  const shown = windowed ? virtual.getVirtualItems() : rows.map((_, index) => ({index, start: 0, end: 0}));
  const [first, last] = [shown[0], shown[shown.length - 1]];
  const before = windowed && first ? first.start - offset : 0;
  const after = windowed && last ? virtual.getTotalSize() - (last.end - offset) : 0;
  return (
    <table ref={table} className="data" role="table" aria-label={label} aria-rowcount={rows.length + 1}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.id} role="columnheader" scope="col" className={column.numeric ? `col-${column.id} figure` : `col-${column.id}`}>{column.head || <span className="hidden-from-sight">{t('act')}</span>}</th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {before > 0 ? <tr aria-hidden="true"><td colSpan={columns.length} style={{height: before, padding: 0}} /></tr> : null}
        {shown.map(({index}) => {
          const row = rows[index]!;
          const key = keyOf(row);
          const address = addressOf?.(row) ?? null;
          return (
            <tr key={key} role="row" data-index={index} aria-rowindex={index + 2} ref={windowed ? virtual.measureElement : undefined}
                onFocus={() => goTo(index)}>
              {columns.map((column) => {
                const phone = column.phone === 'no' ? 'phone-no' : column.main ? 'phone-main' : 'phone-below';
                const names = column.numeric ? `${phone} col-${column.id} figure` : `${phone} col-${column.id}`;
                return column.main ? (
                  <th key={column.id} role="rowheader" scope="row" className={names}>
                    {address ? <Link to={address as '/'} activeProps={{}} data-row-link>{column.cell(row)}</Link> : column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} role="cell" data-head={column.head} className={names}>{column.cell(row)}</td>
                );
              })}
            </tr>
          );
        })}
        {after > 0 ? <tr aria-hidden="true"><td colSpan={columns.length} style={{height: after, padding: 0}} /></tr> : null}
      </tbody>
    </table>
  );
}

function useIsPrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

/** Moves the focus itself from row to row, so that Enter and screen readers need nothing of their own. */
function useRowKeys(table: React.RefObject<HTMLTableElement | null>, count: number, bring: (at: number) => void): (at: number) => void {
  const current = useRef(-1);
  const pending = useRef<number | null>(null);
  const focusRow = useCallback((at: number): boolean => {
    const row = table.current?.querySelector(`tr[data-index="${at}"]`);
    const target = row?.querySelector<HTMLElement>('[data-row-link], a, button, input');
    target?.focus();
    target?.scrollIntoView({block: 'nearest'});
    return target !== null && target !== undefined;
  }, [table]);
  useEffect(() => {
    if (pending.current !== null && focusRow(pending.current)) pending.current = null;
  });
  useKeydown(useCallback((event: KeyboardEvent) => {
    const letter = letterOf(event);
    const arrow = !isWriting(event.target) && !event.altKey && !event.ctrlKey && !event.metaKey
      && table.current?.contains(document.activeElement);
    const step = letter === 'j' || (arrow && event.key === 'ArrowDown') ? 1
      : letter === 'k' || (arrow && event.key === 'ArrowUp') ? -1 : 0;
    if (step !== 0 && count > 0) {
      event.preventDefault();
      const next = Math.min(count - 1, Math.max(0, current.current + step));
      current.current = next;
      if (!focusRow(next)) {
        pending.current = next;
        bring(next);
      }
    }
  }, [count, bring, focusRow, table]));
  return useCallback((at: number) => { current.current = at; }, []);
}
