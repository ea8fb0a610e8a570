/** The shapes of states: they say it without colour too, on paper and to who sees few colours. */
export type Shape = 'wait' | 'work' | 'pen' | 'soon' | 'late' | 'pause' | 'away' | 'done' | 'delivered'
  | 'disputed' | 'sealed' | 'none';

const kDrawn: Record<Shape, React.ReactNode> = {
  wait: <circle cx="8" cy="8" r="6" fill="none" strokeWidth="2" strokeDasharray="3 2.200" stroke="currentColor" />,
  work: <><circle cx="8" cy="8" r="6" fill="none" strokeWidth="1.800" stroke="currentColor" />
    <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" /></>,
  pen: <><circle cx="8" cy="8" r="7" fill="currentColor" />
    <path d="M5 11l.6-2.300L9.800 4.500l1.700 1.700-4.200 4.200z" fill="#fff" /></>,
  soon: <><circle cx="8" cy="8" r="6" fill="none" strokeWidth="2" stroke="currentColor" />
    <path d="M8 4.500V8l2.500 1.500" fill="none" strokeWidth="1.800" stroke="currentColor" strokeLinecap="round" /></>,
  late: <><path d="M5.100 1h5.800L15 5.100v5.800L10.900 15H5.100L1 10.900V5.100z" fill="currentColor" />
    <path d="M8 4.200v4.600M8 11.600v.2" strokeWidth="2" stroke="#fff" strokeLinecap="round" /></>,
  pause: <><rect x="3" y="2" width="3.600" height="12" rx="1" fill="currentColor" />
    <rect x="9.400" y="2" width="3.600" height="12" rx="1" fill="currentColor" /></>,
  away: <path d="M7 3H2.500v10H7M6 8h8M10.500 4.500L14 8l-3.500 3.500" fill="none" strokeWidth="1.900" stroke="currentColor"
    strokeLinecap="round" strokeLinejoin="round" />,
  done: <path d="M2.500 8.500l3.500 3.500 7.500-8" fill="none" strokeWidth="2.400" stroke="currentColor" strokeLinecap="round"
    strokeLinejoin="round" />,
  delivered: <path d="M1 8.500l3 3 6-7M7 11.500l1 0 7-7.500" fill="none" strokeWidth="2" stroke="currentColor"
    strokeLinecap="round" strokeLinejoin="round" />,
  disputed: <><path d="M1.500 2.500h13v8.500H8l-3.500 3v-3h-3z" fill="currentColor" />
    <path d="M6 4.800l4 4M10 4.800l-4 4" strokeWidth="1.600" stroke="#fff" strokeLinecap="round" /></>,
  sealed: <><rect x="2.500" y="7" width="11" height="8" rx="1" fill="currentColor" />
    <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" strokeWidth="1.800" stroke="currentColor" /></>,
  none: <><circle cx="8" cy="8" r="6" fill="none" strokeWidth="1.800" stroke="currentColor" />
    <path d="M4 12l8-8" strokeWidth="1.800" stroke="currentColor" /></>,
};

export function ShapeMark({shape}: {readonly shape: Shape}) {
  return (
    <svg className={`shape shape-${shape}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"
         focusable="false">{kDrawn[shape]}</svg>
  );
}
