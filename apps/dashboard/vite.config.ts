import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

// The domain is consumed from source: its condition stands first in the package's exports.
const source = 'standing-source';

export default defineConfig({
  resolve: { conditions: [source, 'module', 'browser', 'development|production'] },
  ssr: {
    noExternal: ['@standing/domain'],
    resolve: { conditions: [source, 'module', 'node', 'development|production'] },
  },
  plugins: [
    sveltekit({
      // An address that no page has gets the frame of the pages, which says so.
      adapter: adapter({ strict: true, fallback: '404.html' }),
      prerender: {
        // `#of=` names an individual to the page, not a place on it.
        handleMissingId: ({ id, message }) => {
          if (!id.startsWith('of=')) throw new Error(message);
        },
      },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute on the page: Kit hides its announcer of navigations with it.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'font-src': ['self'],
          // The page's own mark: browsers ask for a file of it again at every change of the address.
          'img-src': ['self', 'data:'],
          'connect-src': ['self'],
          'base-uri': ['none'],
          'form-action': ['none'],
        },
      },
      // The same sources make the same files; nothing asks for another version while the page is open.
      version: { name: '0' },
      compilerOptions: { runes: true },
    }),
  ],
});
