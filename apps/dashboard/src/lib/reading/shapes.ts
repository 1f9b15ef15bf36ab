/** The shapes that stand for a status everywhere: in lists, pictures and print. */
export type ShapeName = 'held' | 'half' | 'ready' | 'missing' | 'risk' | 'lapsed' | 'imagined';
