import { answer } from './answer.ts';

/** Answers a list of requests at once. */
export default {
  async fetch(request: Request): Promise<Response> {
    const requests = (await request.json()) as readonly unknown[];
    return Response.json(requests.map(answer));
  },
};
