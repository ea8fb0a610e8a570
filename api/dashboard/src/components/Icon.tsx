/** Line drawings of 20 units, our own; decoration only, a word always stands beside them. */
const kLines = {
  board: 'M3 3h6v8H3zM11 3h6v5h-6zM11 10h6v7h-6zM3 13h6v4H3z',
  today: 'M4 4h12v13H4zM4 8h12M7 2v3M13 2v3M7 12l2 2 4-4',
  approve: 'M4 3h9l3 3v11H4zM7 11l2 2 4-4',
  issues: 'M4 5h12M4 10h12M4 15h8',
  dialogue: 'M3 4h14v9H9l-4 4v-4H3z',
  plan: 'M3 4h14v13H3zM3 8h14M8 8v9M13 8v9M3 12.5h14',
  promise: 'M10 3l2.2 4.5 4.8.7-3.5 3.4.8 4.9-4.3-2.3-4.3 2.3.8-4.9L3 8.200l4.800-.7z',
  report: 'M4 17V9M8.500 17V4M13 17v-6M17 17H3',
  register: 'M5 3h11v14H5zM5 6H3M5 10H3M5 14H3M8 7h5M8 10h5',
  watch: 'M2 10c3-5 13-5 16 0-3 5-13 5-16 0zM10 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  ledger: 'M10 6c-2-1.500-5-1.500-7-1v11c2-.5 5-.5 7 1 2-1.500 5-1.500 7-1V5c-2-.5-5-.5-7 1zM10 6v11',
  proof: 'M10 2l6 2v5c0 4-2.500 7-6 9-3.500-2-6-5-6-9V4zM7 10l2 2 4-4',
  server: 'M3 3h14v6H3zM3 11h14v6H3zM6 6h.01M6 14h.01',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  person: 'M10 10a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3.500 17c1-7 12-7 13 0',
  search: 'M9 14A5 5 0 1 0 9 4a5 5 0 0 0 0 10zM12.800 12.800L17 17',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l3 2',
  print: 'M6 7V3h8v4M6 14H3V7h14v7h-3M6 12h8v5H6z',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12 4l-6 6 6 6',
  next: 'M8 4l6 6-6 6',
  down: 'M5 8l5 5 5-5',
  plus: 'M10 4v12M4 10h12',
  accounts: 'M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM1.500 16c.5-5.500 10.500-5.500 11 0M13 4a2.500 2.500 0 0 1 0 5M15 11.500c2 .5 3 2 3.500 4.500',
} as const;

export type IconName = keyof typeof kLines;

export function Icon({name, size = 20}: {readonly name: IconName; readonly size?: number}) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor"
         strokeWidth={name === 'more' ? 3 : 1.6} strokeLinecap="round" strokeLinejoin="round"
         aria-hidden="true" focusable="false">
      <path d={kLines[name]} />
    </svg>
  );
}
