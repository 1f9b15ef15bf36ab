/** Hands a file to whoever sits there: the browser puts it where downloads go. */
export function handOver({ file, text }: { readonly file: string; readonly text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
