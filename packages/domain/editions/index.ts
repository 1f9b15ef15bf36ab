import until20031103 from './cisco-channel/2003-11-03.json' with { type: 'json' };
import from20031104 from './cisco-channel/2003-11-04.json' with { type: 'json' };

/** The published programs with their editions, the earliest first, as their files have them; `parseProgram` reads them. */
export const published: readonly { readonly program: string; readonly editions: readonly unknown[] }[] = [
  { program: 'cisco-channel', editions: [until20031103, from20031104] },
];
