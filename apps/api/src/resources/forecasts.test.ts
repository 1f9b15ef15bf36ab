import { forecast, parseForecast } from '@standing/domain';
import { forecastInWords, wordsOf } from '@standing/domain/words';
import { describe, expect, test } from 'vitest';
import { JSON_TYPE, makeApp, problemIn, programs, question } from '../../tests/ask.ts';

const app = makeApp();
const ask = async (body: unknown, query = '') =>
  await app.request(`/v1/forecasts${query}`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });

/** The domain's own answer. */
function own(body: unknown) {
  const parsed = parseForecast(body, new Map([...programs].map(([id, { program }]) => [id, program])));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const answer = forecast(parsed.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return { request: parsed.value, answer: answer.value };
}

/** Somebody whose awards end, on the only account manager's place of a specialization that is held. */
const asked = {
  ...question,
  individuals: [
    ...question.individuals,
    {
      id: 'CSCO10000002',
      exams: [],
      awards: [
        { certification: 'cisco-sales-expert', validFrom: '2003-12-01' },
        { certification: 'ccie', validFrom: '2003-12-01', validUntil: '2005-12-01' },
      ],
    },
  ],
  partners: [
    {
      id: 'p1',
      affiliations: [
        { individual: 'CSCO10000001', from: '2003-01-01' },
        { individual: 'CSCO10000002', from: '2003-01-01', until: '2005-03-01' },
      ],
      holdings: [{ specialization: 'vpn-security', approvedOn: '2004-01-01' }],
    },
  ],
};

describe('POST /v1/forecasts', () => {
  test("answers with the bytes of the domain's answer, which nobody stores", async () => {
    const response = await ask(asked);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const text = await response.text();
    expect(text).toBe(JSON.stringify(own(asked).answer));
    expect(text).not.toContain('"words"');
    expect(text).toContain('{"kind":"affiliation-ends","individual":"CSCO10000002"}');
  });

  test('puts words at every break, repair, happening and loss when asked', async () => {
    const response = await ask(asked, '?words=en');
    const english = wordsOf('en');
    if (english === undefined) throw new Error('No English');
    const { request, answer } = own(asked);
    const said = forecastInWords(answer, request.program, english);
    expect(await response.text()).toBe(JSON.stringify(said.ok ? said.value : said.faults));
    expect(JSON.stringify(said)).toContain('"words":"CSCO10000002: the affiliation ends."');
  });

  test('looks as far as it is asked to', async () => {
    const answer = (await (await ask({ ...asked, until: '2005-03-01' })).json()) as { until: string };
    expect(answer.until).toBe('2005-03-01');
    expect(JSON.stringify(answer)).not.toContain('affiliation-ends');
  });

  test.each<[string, object, readonly string[]]>([
    ['an end before the day', { until: '2004-09-14' }, ['until']],
    ['an end that is none', { until: '2004-02-30' }, ['until']],
    ['an unknown key', { horizon: 'P1Y' }, ['horizon']],
    ['faults of the facts and of the end', { until: 1, partners: [{}] }, ['until', 'partners[0].id']],
  ])('refuses %s, with its path', async (_, changes, paths) => {
    const { issues } = await problemIn(await ask({ ...asked, ...changes }), 422);
    expect(issues.map(({ path }) => path)).toEqual(expect.arrayContaining([...paths]));
  });
});
