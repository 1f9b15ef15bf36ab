import { erase as eraseIndividual } from '../ledger/erase.ts';
import { openTextsNaming } from '../person/open-texts.ts';
import { recordOf } from '../person/record-of.ts';
import { CannotGoOn, ENDED, verb } from './command.ts';
import { withLedger } from './ledger.ts';

export const erase = verb({
  name: 'erase',
  usage: '<individual> [--for-good] [--author <who>]',
  does: 'erases what identifies a person, under all of its ids; without --for-good it says what would go. There is no way back',
  options: { 'for-good': { type: 'boolean', default: false }, author: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run({ options, words: [individual = ''], desk }) {
    return await withLedger(desk, 'look', async ({ ledger, keys }) => {
      const erasing = { ledger, keys: await keys() };
      const { ids, facts, inbox, outbox, answers } = await recordOf(erasing, crypto, individual);
      if ([facts, inbox, outbox, answers].every((list) => list.length === 0))
        throw new CannotGoOn(`Nothing is kept about ${individual}.`);
      const profiles = facts.filter(({ kind }) => kind === 'profile').map(({ text }) => String(text ?? ''));
      const named = await openTextsNaming(ledger, ids, profiles);
      const goes = { profiles: profiles.length, inbox: inbox.length, outbox: outbox.length, answers: answers.length };
      await desk.give({ individual, ids, ...goes, named });
      if (named.length > 0)
        desk.say(`${named.length} open texts name the person ("named"): they are not about one individual, and stay.`);
      if (!options['for-good']) {
        desk.say('Nothing was erased: look at the ids, then call it again with --for-good.');
        return ENDED.look;
      }
      const recordedAt = desk.now();
      const recording = { recordedAt, author: options.author ?? desk.author, source: 'operator' } as const;
      const erasedOn = recordedAt.slice(0, 10);
      const outcome = await eraseIndividual(erasing, recording, { id: `erased:${recordedAt}`, individual, erasedOn });
      if (!outcome.ok && outcome.faults[0]?.code !== 'erased-already')
        throw new CannotGoOn(`${individual} was not erased: ${outcome.faults[0]?.code}.`);
      desk.say(`${individual} ${outcome.ok ? 'is erased' : 'was erased before; what was left is gone too'}.`);
      desk.say('Back-ups from before have sealed texts without a key, and rows that did not fit: let go of them.');
      return named.length > 0 ? ENDED.look : ENDED.done;
    });
  },
});
