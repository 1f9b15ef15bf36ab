import type { Attachment } from 'svelte/attachments';

/** Lets the pointer drag a part of a picture from side to side; `share` is where it is, 0 at the left edge and 1 at the right. */
export function dragging(
  ondrag: (share: number) => void,
  onrest: (share: number) => void,
): Attachment<SVGGraphicsElement> {
  return (element) => {
    const share = ({ clientX }: PointerEvent): number => {
      const { left, width } = (element.ownerSVGElement ?? element).getBoundingClientRect();
      return Math.max(0, Math.min(1, (clientX - left) / width));
    };
    const moved = (event: PointerEvent): void => {
      if (element.hasPointerCapture(event.pointerId)) ondrag(share(event));
    };
    const pressed = (event: PointerEvent): void => {
      event.preventDefault();
      element.setPointerCapture(event.pointerId);
    };
    const released = (event: PointerEvent): void => {
      if (element.hasPointerCapture(event.pointerId)) onrest(share(event));
    };
    element.addEventListener('pointerdown', pressed);
    element.addEventListener('pointermove', moved);
    element.addEventListener('pointerup', released);
    return () => {
      element.removeEventListener('pointerdown', pressed);
      element.removeEventListener('pointermove', moved);
      element.removeEventListener('pointerup', released);
    };
  };
}
