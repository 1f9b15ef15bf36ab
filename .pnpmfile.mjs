// The platform packages of Node publish `os` and `cpu` as plain strings. pnpm reads only lists there and would install
// every platform's binary, so the strings are wrapped before it looks.
export const hooks = {
  readPackage(manifest) {
    if (/^node-(bin-)?(linux|darwin|win)-/.test(manifest.name)) {
      for (const key of ['os', 'cpu']) if (typeof manifest[key] === 'string') manifest[key] = [manifest[key]];
    }
    return manifest;
  },
};
