import { affiliations } from '../../src/statements/affiliation.ts';
import { agreements } from '../../src/statements/agreement.ts';
import { allocations } from '../../src/statements/allocation.ts';
import { apiKeys } from '../../src/statements/api-key.ts';
import { applications } from '../../src/statements/application.ts';
import { confirmations } from '../../src/statements/confirmation.ts';
import { contacts } from '../../src/statements/contact.ts';
import { decisions } from '../../src/statements/decision.ts';
import { erasures } from '../../src/statements/erasure.ts';
import { examResults } from '../../src/statements/exam-result.ts';
import { grants } from '../../src/statements/grant.ts';
import { holdings } from '../../src/statements/holding.ts';
import type { Kind } from '../../src/statements/kind.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import { locations } from '../../src/statements/location.ts';
import { merges } from '../../src/statements/merge.ts';
import { profiles } from '../../src/statements/profile.ts';
import { registrations } from '../../src/statements/registration.ts';
import { renewals } from '../../src/statements/renewal.ts';
import { requests } from '../../src/statements/request.ts';
import { verifiedAwards } from '../../src/statements/verified-award.ts';
import { waivers } from '../../src/statements/waiver.ts';

const days = { from: '2004-01-01', until: '2005-01-01' };
const held = { specialization: 'vpn-security' } as const;
const role = { specialization: 'vpn-security', jobRole: 'field-engineer' };
const ofI1 = { individual: 'i1' };
const ofP1 = { partner: 'p1' };

/** Of each kind of individuals the facts with everything and with as little as possible. */
export const INDIVIDUALS: readonly (readonly [Kind<never>, readonly Fact[]])[] = [
  [registrations, [{ kind: 'registration', id: 'a', ...ofI1, registeredOn: '2003-01-01' }]],
  [
    examResults,
    [
      { kind: 'exam-result', id: 'a', ...ofI1, exam: '640-801', takenOn: '2003-12-01', result: 'pass' },
      { kind: 'exam-result', id: 'b', ...ofI1, exam: '640-801', takenOn: '2003-11-01', result: 'fail' },
    ],
  ],
  [agreements, [{ kind: 'agreement', id: 'a', ...ofI1, agreement: 'career', acceptedOn: '2003-12-01' }]],
  [
    verifiedAwards,
    [
      {
        kind: 'verified-award',
        id: 'a',
        ...ofI1,
        certification: 'ccie',
        validFrom: '2002-05-01',
        validUntil: '2004-05-01',
      },
      { kind: 'verified-award', id: 'b', ...ofI1, certification: 'ccna', validFrom: '2002-05-01' },
    ],
  ],
  [merges, [{ kind: 'merge', id: 'a', ...ofI1, into: 'i0', mergedOn: '2004-01-01' }]],
  [profiles, [{ kind: 'profile', id: 'a', ...ofI1, from: '2004-01-01', sealed: 'v1.x' }]],
  [
    grants,
    [
      { kind: 'grant', id: 'a', ...ofI1, partner: 'p1', audience: 'person', person: 'u1', scope: 'status', ...days },
      { kind: 'grant', id: 'b', ...ofI1, partner: 'p1', audience: 'authors', scope: 'profile', from: '2004-01-01' },
    ],
  ],
  [erasures, [{ kind: 'erasure', id: 'a', ...ofI1, erasedOn: '2004-01-01' }]],
] as never;

/** Of each kind of partners likewise; an edition is the program’s. */
export const PARTNERS: readonly (readonly [Kind<never>, readonly Fact[]])[] = [
  [
    affiliations,
    [
      { kind: 'affiliation', id: 'a', ...ofP1, ...ofI1, ...days },
      { kind: 'affiliation', id: 'b', ...ofP1, ...ofI1, from: '2004-01-01' },
    ],
  ],
  [confirmations, [{ kind: 'confirmation', id: 'a', ...ofP1, ...ofI1, affiliation: 'a', confirmedOn: '2004-01-02' }]],
  [
    holdings,
    [
      { kind: 'holding', id: 'a', ...ofP1, ...held, approvedOn: '2003-02-01' },
      { kind: 'holding', id: 'b', ...ofP1, channelLevel: 'silver', approvedOn: '2003-02-01' },
    ],
  ],
  [
    renewals,
    [
      { kind: 'renewal', id: 'a', ...ofP1, channelLevel: 'silver', submittedOn: '2004-01-20', closedOn: '2004-03-01' },
      { kind: 'renewal', id: 'b', ...ofP1, ...held, submittedOn: '2004-01-20' },
    ],
  ],
  [
    allocations,
    [
      { kind: 'allocation', id: 'a', ...ofP1, ...ofI1, ...role, ...days, pinned: true, reason: 'agreed' },
      { kind: 'allocation', id: 'b', ...ofP1, ...ofI1, ...role },
    ],
  ],
  [waivers, [{ kind: 'waiver', id: 'a', ...ofP1, ...role, places: 2, ...days, reason: 'in training' }]],
  [
    locations,
    [
      { kind: 'location', id: 'a', ...ofP1, name: 'Head office', address: '1 Main St', country: 'US', ...days },
      { kind: 'location', id: 'b', ...ofP1, name: 'Branch', from: '2004-01-01' },
    ],
  ],
  [contacts, [{ kind: 'contact', id: 'a', ...ofP1, location: 'a', ...ofI1, role: 'engineer', ...days }]],
  [
    applications,
    [
      {
        ...{ kind: 'application', id: 'a', ...ofP1, ...held, purpose: 'renewal', program: 'cisco-channel' },
        ...{ edition: '2003-11-04', submittedOn: '2004-01-20', dossier: '{"people":["i1"]}', dossierHash: 'h' },
      },
    ],
  ],
  [
    decisions,
    [
      {
        kind: 'decision',
        id: 'a',
        ...ofP1,
        application: 'a',
        outcome: 'approved',
        decidedOn: '2004-03-01',
        reason: 'all met',
      },
    ],
  ],
  [
    requests,
    [{ kind: 'request', id: 'a', ...ofP1, ...ofI1, scope: 'status', requestedOn: '2004-01-02', reason: 'renewal' }],
  ],
  [
    apiKeys,
    [{ kind: 'api-key', id: 'a', ...ofP1, prefix: 'sk_1', hash: 'h', name: 'feed', scopes: '["read"]', ...days }],
  ],
] as never;
