// Ends this process, the way a SIGTERM would, once the process that started it is gone: whoever kills npm, or the
// bootstrap, the hard way leaves nothing running. The bootstrap imports it; what the bootstrap starts gets it by --import.

const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, 300);
watch.unref();
