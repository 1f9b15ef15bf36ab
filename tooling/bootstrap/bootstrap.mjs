// `npm start`, `npm test`, `npm run test:long`, `npm run bench` and `npm run ledger` begin here.
//
// The host's Node (20.19 or later) runs this folder and nothing else, so it may use Node's own modules alone. Everything
// after it runs on the Node that package.json pins, because SvelteKit 3, Vitest 5, Miniflare and Changesets need a newer
// one than a fresh machine may have. This file must also be readable by older Nodes, to tell them so.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isRecentEnough = major > 20 || (major === 20 && minor >= 19);

if (!isRecentEnough) {
  console.error(`Standing needs Node 20.19 or later to set itself up; this is Node ${process.versions.node}.`);
  console.error('Install a current Node (https://nodejs.org/en/download) and run the same command again.');
  process.exitCode = 1;
} else if (process.platform === 'win32') {
  console.error('Standing is set up on Linux and macOS. On Windows, run the same command inside WSL.');
  process.exitCode = 1;
} else {
  import('./commands.mjs').then(({ main }) => main(process.argv[2], process.argv.slice(3)));
}
