import type { Facts, PartnerFacts } from '@standing/domain';
import { individuals, names } from './people.ts';

const affiliations: PartnerFacts['affiliations'] = [
  { individual: 'CSCO10000001', from: '2001-01-15' },
  { individual: 'CSCO10000002', from: '2001-02-01' },
  { individual: 'CSCO10000003', from: '2002-09-02' },
  { individual: 'CSCO10000004', from: '2003-05-12' },
  { individual: 'CSCO10000005', from: '2002-04-02' },
  { individual: 'CSCO10000006', from: '2002-11-04', until: '2004-07-01' },
  { individual: 'CSCO10000007', from: '2002-10-01' },
  { individual: 'CSCO10000008', from: '2001-06-18' },
  { individual: 'CSCO10000009', from: '2003-08-01' },
  { individual: 'CSCO10000010', from: '2001-01-15' },
  { individual: 'CSCO10000011', from: '2002-01-07', until: '2004-09-01' },
  { individual: 'CSCO10000012', from: '2001-03-19' },
  { individual: 'CSCO10000013', from: '2002-02-04' },
  { individual: 'CSCO10000014', from: '2003-03-03', until: '2004-11-01' },
  { individual: 'CSCO10000015', from: '2001-09-03' },
  { individual: 'CSCO10000016', from: '2001-02-01', until: '2002-09-01' },
  { individual: 'CSCO10000016', from: '2003-05-05' },
  { individual: 'CSCO10000017', from: '2004-02-02' },
  { individual: 'CSCO10000018', from: '2004-06-07' },
  { individual: 'CSCO10000019', from: '2001-10-08' },
  { individual: 'CSCO10000020', from: '2003-10-06' },
  { individual: 'CSCO10000021', from: '2001-12-03' },
  { individual: 'CSCO10000022', from: '2002-08-19' },
  { individual: 'CSCO10000023', from: '2001-05-02', until: '2004-01-01' },
  { individual: 'CSCO10000024', from: '2001-01-15', until: '2003-01-01' },
  { individual: 'CSCO10000025', from: '2001-08-13' },
  { individual: 'CSCO10000026', from: '2001-01-15' },
];

/** Who was put to which job role, from when, until when; without an end it still holds. */
const allocated = (individual: string, specialization: string, jobRole: string, from: string, until?: string) => ({
  individual: `CSCO100000${individual}`,
  specialization,
  jobRole,
  from,
  ...(until === undefined ? {} : { until }),
});

const partner: PartnerFacts = {
  id: 'tarnholt-networks',
  affiliations,
  holdings: [
    { specialization: 'ip-telephony', approvedOn: '2001-10-21' },
    { specialization: 'vpn-security', approvedOn: '2002-02-10' },
    { channelLevel: 'silver', approvedOn: '2002-03-14' },
    { specialization: 'ip-telephony', approvedOn: '2002-10-07' },
    { specialization: 'vpn-security', approvedOn: '2003-02-03' },
    { channelLevel: 'silver', approvedOn: '2003-03-06' },
    { specialization: 'ip-telephony', approvedOn: '2003-10-06' },
    { specialization: 'wireless-lan', approvedOn: '2004-01-20' },
    { specialization: 'vpn-security', approvedOn: '2004-02-04' },
    { channelLevel: 'silver', approvedOn: '2004-03-09' },
  ],
  renewals: [
    { specialization: 'ip-telephony', submittedOn: '2002-09-12', closedOn: '2002-10-07' },
    { specialization: 'vpn-security', submittedOn: '2003-01-10', closedOn: '2003-02-03' },
    { channelLevel: 'silver', submittedOn: '2003-02-11', closedOn: '2003-03-06' },
    { specialization: 'ip-telephony', submittedOn: '2003-09-08', closedOn: '2003-10-06' },
    { specialization: 'vpn-security', submittedOn: '2004-01-12', closedOn: '2004-02-04' },
    { channelLevel: 'silver', submittedOn: '2004-02-10', closedOn: '2004-03-09' },
    { specialization: 'ip-telephony', submittedOn: '2004-09-02' },
  ],
  allocations: [
    allocated('19', 'vpn-security', 'account-manager', '2002-10-22', '2003-04-08'),
    allocated('02', 'vpn-security', 'account-manager', '2003-04-08'),
    allocated('21', 'vpn-security', 'systems-engineer', '2002-08-06', '2004-02-10'),
    allocated('01', 'vpn-security', 'systems-engineer', '2004-02-10'),
    allocated('24', 'vpn-security', 'field-engineer', '2002-02-10', '2003-01-01'),
    allocated('13', 'vpn-security', 'field-engineer', '2003-01-02'),
    allocated('03', 'ip-telephony', 'account-manager', '2003-06-17', '2004-06-17'),
    { ...allocated('01', 'ip-telephony', 'systems-engineer', '2002-11-19'), pinned: true },
    allocated('07', 'ip-telephony', 'field-engineer', '2003-07-15'),
    allocated('09', 'ip-telephony', 'field-engineer', '2003-09-23', '2003-11-04'),
    // Nobody has taken it back since the award ran out: it does not count.
    allocated('08', 'ip-telephony', 'field-engineer', '2003-11-04'),
    allocated('04', 'wireless-lan', 'account-manager', '2003-08-20', '2004-08-20'),
    allocated('06', 'wireless-lan', 'systems-engineer', '2003-12-11', '2004-07-01'),
    allocated('05', 'wireless-lan', 'systems-engineer', '2004-07-01'),
    allocated('05', 'wireless-lan', 'field-engineer', '2003-05-27'),
  ],
  waivers: [
    {
      specialization: 'ip-telephony',
      jobRole: 'account-manager',
      places: 1,
      from: '2004-06-17',
      until: '2004-11-01',
    },
  ],
};

/**
 * An invented company with invented people. On its day VPN/Security is held, IP Telephony is in renewal with a place
 * open that somebody could fill, Wireless LAN cannot be renewed as things stand, and Silver lacks one professional.
 */
export const demo: {
  readonly program: string;
  /** The program day on which the page opens, `YYYY-MM-DD`; nothing that happened after it is known. */
  readonly day: string;
  readonly partner: string;
  readonly facts: Facts;
  /** How the individuals are called, by id. */
  readonly names: ReadonlyMap<string, string>;
} = {
  program: 'cisco-channel',
  day: '2004-09-15',
  partner: 'Tarnholt Networks',
  facts: { individuals, partners: [partner] },
  names,
};
