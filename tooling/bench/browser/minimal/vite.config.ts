// The least page that SvelteKit makes: the yardstick for the JavaScript of our first page.
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({ adapter: adapter({ strict: true }), version: { name: '0' }, compilerOptions: { runes: true } }),
  ],
});
