import type { Notice } from '../engines/journal/database.ts';

/** What the journal has to tell an operator, as a sentence. */
export function noticeOf(notice: Notice): string {
  const { file, bytes } = notice;
  if (notice.code === 'torn-tail') {
    return `${file}: ${bytes} bytes behind byte ${notice.offset} were no whole record, and were cut off. Nobody had been told that they were kept.`;
  }
  const mebibytes = Math.round(bytes / 2 ** 20);
  return `${file} has ${mebibytes} MiB and is held in memory: think of another engine before it has 200 (STANDING_DATABASE=sqlite:…).`;
}
