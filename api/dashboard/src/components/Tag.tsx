import type {ReactNode} from 'react';
import {ShapeMark, type Shape} from './shapes.tsx';

/** A state: shape, word, colour. It is read and never pressed. */
export function Tag({shape, children}: {readonly shape: Shape; readonly children: ReactNode}) {
  return <span className={`tag tag-${shape}`}><ShapeMark shape={shape} /><span>{children}</span></span>;
}
