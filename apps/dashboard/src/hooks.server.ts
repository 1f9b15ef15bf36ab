import type { Handle } from '@sveltejs/kit/hooks';

/** The latin cut of the text face is asked for with the page itself, so that lines are set once. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) =>
      type === 'js' || type === 'css' || (type === 'font' && path.includes('inter-latin-wght')),
  });
