import type { IndividualFacts } from '@standing/domain';

/** An invented person: the name is the page's own data, the rest are facts. */
type Person = IndividualFacts & { readonly name: string };
type Exam = IndividualFacts['exams'][number];
type Award = NonNullable<IndividualFacts['awards']>[number];

const passed = (exam: string, takenOn: string): Exam => ({ exam, takenOn, result: 'pass' });
const failed = (exam: string, takenOn: string): Exam => ({ exam, takenOn, result: 'fail' });
const verified = (certification: string, validFrom: string, validUntil: string): Award => ({
  certification,
  validFrom,
  validUntil,
});
const accepted = (...days: readonly string[]) =>
  days.map((acceptedOn) => ({ agreement: 'career-certifications', acceptedOn }));

const invented: readonly Person[] = [
  {
    id: 'CSCO10000001',
    name: 'Mara Lindqvist',
    exams: [
      { id: 'r01', exam: '640-607', takenOn: '2001-10-20', result: 'pass' },
      { id: 'r02', exam: '642-413', takenOn: '2002-10-08', result: 'pass' },
      { id: 'r03', exam: '9E0-601', takenOn: '2002-11-19', result: 'pass' },
      { id: 'r04', exam: '642-641', takenOn: '2003-09-30', result: 'pass' },
      { id: 'r05', exam: '642-501', takenOn: '2003-12-08', result: 'pass' },
      { id: 'r06', exam: '642-521', takenOn: '2004-01-13', result: 'fail' },
      { id: 'r07', exam: '642-891', takenOn: '2004-01-22', result: 'pass' },
      { id: 'r08', exam: '642-521', takenOn: '2004-02-10', result: 'pass' },
      { id: 'r09', exam: '642-511', takenOn: '2004-05-01', result: 'pass' },
      { id: 'r10', exam: '350-001', takenOn: '2004-08-17', result: 'fail' },
    ],
    agreements: accepted('2004-02-10'),
    awards: [
      verified('sna-ip-specialist', '2000-01-31', '2002-01-31'),
      verified('ccda', '2000-09-01', '2003-09-01'),
      verified('ccnp', '2001-03-02', '2004-03-02'),
      verified('ccna', '2001-10-20', '2004-10-20'),
      verified('ccie', '2002-05-14', '2004-05-14'),
    ],
  },
  {
    id: 'CSCO10000002',
    name: 'Ben Achterberg',
    exams: [passed('646-203', '2002-06-11'), passed('unknown-security-sales', '2003-04-08')],
    agreements: accepted('2003-11-18'),
  },
  {
    id: 'CSCO10000003',
    name: 'Ines Carvalho',
    exams: [passed('unknown-ip-telephony-sales', '2003-06-17'), failed('unknown-ip-telephony-sales', '2004-08-25')],
  },
  { id: 'CSCO10000004', name: 'Joris de Wael', exams: [passed('unknown-wireless-lan-sales', '2003-08-20')] },
  {
    // The whole wireless practice but for one colleague who left: eligible for three job roles, allowed in two.
    id: 'CSCO10000005',
    name: 'Hana Novotná',
    exams: [
      passed('unknown-wireless-lan-support', '2003-05-27'),
      passed('unknown-wireless-lan-design', '2004-02-18'),
      passed('unknown-wireless-lan-sales', '2004-03-30'),
    ],
    agreements: accepted('2003-11-10'),
    awards: [verified('ccna', '2002-04-09', '2005-04-09')],
  },
  {
    id: 'CSCO10000006',
    name: 'Owen Pritchard',
    exams: [passed('640-861', '2003-04-15'), passed('unknown-wireless-lan-design', '2003-12-11')],
    agreements: accepted('2003-12-11'),
  },
  {
    id: 'CSCO10000007',
    name: 'Priya Raman',
    exams: [
      passed('640-801', '2003-02-18'),
      passed('9E0-601', '2003-04-22'),
      failed('unknown-ip-telephony-support', '2003-06-24'),
      passed('unknown-ip-telephony-support', '2003-07-15'),
    ],
    agreements: accepted('2003-11-25'),
  },
  {
    // Let a CQS run out, and has passed one of the two exams that bring it back.
    id: 'CSCO10000008',
    name: 'Luis Ferrer',
    exams: [
      passed('9E0-601', '2002-06-04'),
      passed('unknown-ip-telephony-support', '2002-08-28'),
      failed('unknown-ip-telephony-support', '2004-08-19'),
      passed('642-642', '2004-09-02'),
    ],
    agreements: accepted('2003-11-12'),
    awards: [verified('ccna', '2001-09-18', '2004-09-18')],
  },
  {
    // Could fill the open place in IP Telephony; nobody has allocated him.
    id: 'CSCO10000009',
    name: 'Tomasz Zieliński',
    exams: [passed('9E0-601', '2003-08-26'), passed('unknown-ip-telephony-operations', '2003-09-23')],
    agreements: accepted('2003-12-09'),
    awards: [verified('ccna', '2002-06-25', '2005-06-25')],
  },
  {
    id: 'CSCO10000010',
    name: 'Erik Sandvik',
    exams: [failed('350-001', '2004-08-31')],
    awards: [verified('ccnp', '2000-05-23', '2003-05-23'), verified('ccie', '2003-02-25', '2005-02-25')],
  },
  {
    id: 'CSCO10000011',
    name: 'Nadia Haddad',
    exams: [],
    awards: [verified('ccna', '2002-05-14', '2005-05-14'), verified('ccnp', '2002-11-05', '2005-11-05')],
  },
  {
    // Half of a recertification came in time; the other half was failed six days before the end.
    id: 'CSCO10000012',
    name: 'Simon Achebe',
    exams: [passed('642-801', '2004-06-24'), failed('642-811', '2004-07-13')],
    agreements: accepted('2004-06-24'),
    awards: [verified('ccnp', '2001-07-19', '2004-07-19'), verified('ccna', '2001-12-04', '2004-12-04')],
  },
  {
    id: 'CSCO10000013',
    name: 'Keiko Tanabe',
    exams: [passed('642-501', '2002-10-29'), passed('642-511', '2002-12-17')],
    agreements: accepted('2003-11-20'),
    awards: [verified('ccna', '2002-03-12', '2005-03-12')],
  },
  {
    id: 'CSCO10000014',
    name: 'Daniel Okoro',
    exams: [passed('640-801', '2003-05-06'), passed('642-501', '2004-02-24'), passed('642-521', '2004-04-20')],
    agreements: accepted('2004-04-20'),
  },
  {
    id: 'CSCO10000015',
    name: 'Lena Brandt',
    exams: [passed('640-861', '2003-03-11')],
    agreements: accepted('2003-03-11'),
    awards: [verified('ccna', '2002-02-19', '2005-02-19')],
  },
  {
    // An exam number from before the first edition: it decides nothing and stays in the record.
    id: 'CSCO10000016',
    name: 'Marco Bellini',
    exams: [passed('640-607', '2001-11-28')],
    awards: [verified('ccna', '2001-11-28', '2004-11-28')],
  },
  {
    id: 'CSCO10000017',
    name: 'Aisha Karim',
    exams: [passed('640-821', '2004-05-11'), failed('640-811', '2004-05-25'), passed('640-811', '2004-06-15')],
    agreements: accepted('2004-08-10'),
  },
  {
    id: 'CSCO10000018',
    name: 'Petr Dvořák',
    exams: [passed('640-821', '2004-08-24'), failed('640-811', '2004-09-07')],
  },
  {
    id: 'CSCO10000019',
    name: 'Grace Mbeki',
    exams: [passed('unknown-security-sales', '2002-10-22'), passed('646-203', '2003-09-16')],
    agreements: accepted('2003-11-18'),
  },
  {
    id: 'CSCO10000020',
    name: 'Yusuf Demir',
    exams: [passed('unknown-ip-communications-express-sales', '2004-03-16')],
    agreements: accepted('2004-03-16'),
  },
  {
    // Recertified one exam of two before the end; what is left counts toward nothing but her CCNA.
    id: 'CSCO10000021',
    name: 'Chloé Martin',
    exams: [
      passed('642-501', '2002-06-18'),
      passed('642-521', '2002-08-06'),
      passed('642-501', '2004-07-27'),
      failed('642-521', '2004-09-09'),
    ],
    agreements: accepted('2004-07-27'),
    awards: [verified('ccna', '2002-01-22', '2005-01-22')],
  },
  {
    id: 'CSCO10000022',
    name: 'Sven Aalto',
    exams: [passed('unknown-unity-support', '2003-09-30')],
    agreements: accepted('2003-12-01'),
    awards: [verified('ccna', '2002-09-17', '2005-09-17')],
  },
  { id: 'CSCO10000023', name: 'Rosa Jiménez', exams: [], awards: [verified('ccip', '2001-05-15', '2004-05-15')] },
  { id: 'CSCO10000024', name: 'Tim Vance', exams: [], awards: [verified('ccna', '2000-02-08', '2003-02-08')] },
  { id: 'CSCO10000025', name: 'Noor Bakker', exams: [], awards: [verified('ccda', '2001-10-30', '2004-10-30')] },
  { id: 'CSCO10000026', name: 'Ilse Vermeulen', exams: [] },
  {
    // Has results and could fill a place, but nobody has said that he works here.
    id: 'CSCO10000027',
    name: 'Mikael Strand',
    exams: [passed('640-801', '2003-08-12'), passed('642-501', '2003-11-25'), passed('642-511', '2004-01-27')],
    agreements: accepted('2004-01-27'),
  },
];

export const individuals: readonly IndividualFacts[] = invented.map(({ name: _, ...facts }) => facts);
export const names: ReadonlyMap<string, string> = new Map(invented.map(({ id, name }) => [id, name]));
