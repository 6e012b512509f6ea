/** How a page that is a file of its own reaches places: by paths relative to the folder, with the line behind. */
import type { Place } from '../workspace/finding.ts';
import type { PageContext } from './html.ts';

/** The context; in: the line of a place, from 1. */
export function fileLinks(line: (place: Place) => number): PageContext {
  return {
    nonce: null,
    href: (place) => `${place.path.split('/').map(encodeURIComponent).join('/')}#L${line(place)}`,
    clauseHref: () => null,
  };
}
