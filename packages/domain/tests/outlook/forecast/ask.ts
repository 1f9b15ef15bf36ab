import { type Forecast, forecast, parseForecast } from '../../../src/index.ts';

/** The forecast for a question that is in order. */
export function forecastOf(question: unknown): Forecast {
  const request = parseForecast(question, new Map());
  if (!request.ok) throw new Error(JSON.stringify(request.faults));
  const answer = forecast(request.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value;
}
