export const prerender = true;
// Each page is a folder's index, so that any static server finds it.
export const trailingSlash = 'always';
