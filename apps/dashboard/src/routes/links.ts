import { page as texts } from '#lib/texts/page.ts';
import { resolve } from '$app/paths';

export type Here = 'partner' | 'allocation' | 'forecast' | 'certifications' | 'records';

export const routes = ['/', '/allocation', '/forecast', '/certifications', '/records'] as const;

/** Where the pages are; `search` keeps the day from page to page. */
export function addresses(search: string): Readonly<Record<Here, string>> {
  return {
    partner: `${resolve('/')}${search}`,
    allocation: `${resolve('allocation/')}${search}`,
    forecast: `${resolve('forecast/')}${search}`,
    certifications: `${resolve('certifications/')}${search}`,
    records: `${resolve('records/')}${search}`,
  };
}

/** The pages in their order, for the head of each. */
export function linksOf(search: string, here?: Here) {
  const href = addresses(search);
  return (['partner', 'allocation', 'forecast', 'certifications', 'records'] as const).map((page) => ({
    href: href[page],
    name: texts[page],
    isCurrent: here === page,
  }));
}
