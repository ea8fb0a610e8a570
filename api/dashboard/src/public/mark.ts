const kSvg = 'http://www.w3.org/2000/svg';

export type Mark = 'done' | 'now' | 'next';

/** A tick, a half-filled disc, a dashed ring: told apart without colour. */
const kDrawn: Readonly<Record<Mark, readonly Readonly<Record<string, string>>[]>> = {
  done: [{d: 'M2.5 8.5l3.500 3.500 7.500-8', fill: 'none', stroke: 'currentColor', 'stroke-width': '2.4'}],
  now: [{d: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.8'}, {d: 'M8 2a6 6 0 0 1 0 12z', fill: 'currentColor'}],
  next: [{d: 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-dasharray': '3 2.2'}],
};

export function mark(which: Mark): SVGSVGElement {
  const picture = document.createElementNS(kSvg, 'svg');
  for (const [name, value] of Object.entries({viewBox: '0 0 16 16', class: 'mark', 'aria-hidden': 'true', focusable: 'false'})) picture.setAttribute(name, value);
  for (const drawn of kDrawn[which]) {
    const path = document.createElementNS(kSvg, 'path');
    for (const [name, value] of Object.entries(drawn)) path.setAttribute(name, value);
    picture.append(path);
  }
  return picture;
}
