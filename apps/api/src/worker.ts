import { published } from '@standing/domain/editions';
import { createApp } from './app.ts';
import { readPrograms } from './programs.ts';

// A worker is started once for many requests; what it reads then never changes.
const app = createApp({ programs: readPrograms(published), today: null });

export default { fetch: (request: Request): Response | Promise<Response> => app.fetch(request) };
