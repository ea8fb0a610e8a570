import {correction, generate} from 'lean-qr/nano';
import {toSvgPath} from 'lean-qr/extras/svg';

const kSvg = 'http://www.w3.org/2000/svg';
/** Light modules that a reader needs around the code (ISO/IEC 18004). */
const kQuiet = 4;

/** The parts of an SVG for a text: the dark modules as one outline, and the window with its quiet zone. */
export function qrOutline(text: string): {readonly window: string; readonly path: string} {
  const code = generate(text, {minCorrectionLevel: correction.M});
  const size = code.size + 2 * kQuiet;
  return {window: `${-kQuiet} ${-kQuiet} ${size} ${size}`, path: toSvgPath(code)};
}

/** A code to be scanned, drawn in black on white, of any size without blur. */
export function qrPicture(text: string, label: string): SVGSVGElement {
  const {window, path} = qrOutline(text);
  const picture = document.createElementNS(kSvg, 'svg');
  for (const [name, value] of Object.entries({viewBox: window, class: 'qr', role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges'})) {
    picture.setAttribute(name, value);
  }
  const dark = document.createElementNS(kSvg, 'path');
  dark.setAttribute('d', path);
  picture.append(dark);
  return picture;
}

/** The address that a slip's code is scanned to. What stands behind `#` a browser keeps to itself. */
export function lookUpAddress(code: string): string {
  return `${location.origin}/tra-cuu#${code}`;
}
