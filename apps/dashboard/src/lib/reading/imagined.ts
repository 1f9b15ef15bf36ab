/** Whether a part of an answer is not a fact: the domain marks what the answer without the what-if does not have. */
export function isImagined(part: object | undefined): boolean {
  return part !== undefined && 'imagined' in part && part.imagined === true;
}
