/** Columns by table, for the compiler of statements. The truth is in `migrations/`; the round trip of every kind holds them together. */

/** What every fact has beside its own columns: an id among its owner's facts of that kind, and its recording. */
type OfIndividual = { individual_id: string; id: string; sequence: number };
type OfPartner = { partner_id: string; id: string; sequence: number };

type Recordings = { partner_id: string; sequence: number; recorded_at: string; author: string; source: string };

type Registrations = OfIndividual & { registered_on: string };
type ExamResults = OfIndividual & { exam: string; taken_on: string; result: 'pass' | 'fail' };
type Agreements = OfIndividual & { agreement: string; accepted_on: string };
type VerifiedAwards = OfIndividual & { certification: string; valid_from: string; valid_until: string | null };
type Merges = OfIndividual & { into_id: string; merged_on: string };
type Profiles = OfIndividual & { from_day: string; sealed: string };
type Erasures = OfIndividual & { erased_on: string };
type Grants = OfIndividual & {
  partner_id: string;
  audience: 'administrators' | 'authors' | 'person';
  person: string | null;
  scope: Scope;
  from_day: string;
  until_day: string | null;
};
/** What can be granted and asked for. */
export type Scope = 'profile' | 'status' | 'exam-history';

type Either = { specialization: string | null; channel_level: string | null };
type Days = { from_day: string; until_day: string | null };

type Affiliations = OfPartner & Days & { individual_id: string };
type Confirmations = OfPartner & { individual_id: string; affiliation_id: string; confirmed_on: string };
type Holdings = OfPartner & Either & { approved_on: string };
type Renewals = OfPartner & Either & { submitted_on: string; closed_on: string | null };
type Allocations = OfPartner & {
  individual_id: string;
  specialization: string;
  job_role: string;
  from_day: string | null;
  until_day: string | null;
  pinned: number;
  reason: string | null;
};
type Waivers = OfPartner & {
  specialization: string;
  job_role: string;
  places: number;
  from_day: string;
  until_day: string;
  reason: string;
};
type Locations = OfPartner & Days & { name: string; address: string | null; country: string | null };
type Contacts = OfPartner & Days & { location_id: string; individual_id: string; role: string };
type Applications = OfPartner &
  Either & {
    purpose: 'new' | 'renewal';
    program: string;
    edition: string;
    submitted_on: string;
    dossier: string;
    dossier_hash: string;
  };
type Decisions = OfPartner & {
  application_id: string;
  outcome: 'approved' | 'refused' | 'withdrawn';
  decided_on: string;
  reason: string;
};
type Requests = OfPartner & { individual_id: string; scope: Scope; requested_on: string; reason: string };

/** Facts of a partner have the empty individual, those of an individual the empty partner, the program's own both. */
type OfEither = { partner_id: string; individual_id: string; sequence: number; kind: string; fact_id: string };
type Voids = OfEither & { reason: string };
type Ends = OfEither & { id: string; until_day: string; reason: string | null };
type Editions = OfPartner & {
  program: string;
  edition: string;
  effective_from: string;
  document: string;
  hash: string;
};
type ApiKeys = OfPartner & Days & { prefix: string; hash: string; name: string; scopes: string };

type Disclosures = {
  individual_id: string;
  id: string;
  partner_id: string;
  viewer: string;
  released: string;
  disclosed_at: string;
  copies_until: string | null;
};
type Audit = {
  partner_id: string;
  id: string;
  happened_at: string;
  actor: string;
  action: string;
  subject: string;
  detail: string;
  individual_id: string;
};
type Purges = {
  id: string;
  of_table: 'disclosures' | 'audit';
  older_than: string;
  purged_at: string;
  author: string;
};
type OperationPurges = Omit<Purges, 'of_table'> & { of_table: 'outbox' | 'idempotency_keys' | 'import_inbox' };
type Outbox = {
  partner_id: string;
  id: string;
  individual_id: string;
  kind: string;
  due_on: string;
  content: string;
  attempts: number;
  leased_until: string | null;
  sent_at: string | null;
  cancelled_at: string | null;
  failure: string | null;
};
type IdempotencyKeys = {
  partner_id: string;
  principal: string;
  key: string;
  request_hash: string;
  begun_at: string;
  status: number | null;
  answer: string | null;
  individual_id: string;
};
type ApiKeyUses = { partner_id: string; id: string; last_used_on: string };

/** The files that can be imported. */
export type ImportName = 'people' | 'affiliations' | 'results' | 'agreements' | 'awards';
/** What a row may lack. */
export type LackKind = 'individual' | 'partner' | 'exam' | 'agreement' | 'certification';

type Imports = {
  id: string;
  kind: ImportName;
  total: number;
  accepted: number;
  already: number;
  unfit: number;
  fingerprint: string;
  begun_at: string;
  finished_at: string | null;
  dry: number;
};
type ImportRecordings = { partner_id: string; sequence: number; import_id: string; first_row: number; dry: number };
type ImportInbox = {
  id: string;
  kind: ImportName;
  fields: string;
  individual_id: string;
  partner_id: string;
  code: string;
  column_name: string | null;
  lacks: LackKind | null;
  lacks_id: string | null;
  import_id: string;
  line: number;
  received_at: string;
  settled_at: string | null;
  outcome: 'accepted' | 'already' | 'dismissed' | null;
  reason: string | null;
  author: string | null;
};

/** A partner's or an individual's: the other id is empty. */
type DueDays = {
  partner_id: string;
  individual_id: string;
  program: string;
  kind: 'award-reminder' | 'award-end' | 'anniversary';
  subject: string;
  detail: string;
  about_day: string;
  due_on: string;
  from_day: string;
  until_day: string | null;
};
type DueProjections = { program: string; sequence: number; editions: string; from_day: string; made_at: string };

/** Facts that belong to an individual, wherever it works; kept in the program's book. */
export type IndividualTables = {
  registrations: Registrations;
  exam_results: ExamResults;
  agreements: Agreements;
  verified_awards: VerifiedAwards;
  merges: Merges;
  profiles: Profiles;
  erasures: Erasures;
  grants: Grants;
};

/** Facts that belong to a partner; editions and the operators' keys belong to the empty partner, the program. */
export type PartnerTables = {
  affiliations: Affiliations;
  confirmations: Confirmations;
  holdings: Holdings;
  renewals: Renewals;
  allocations: Allocations;
  waivers: Waivers;
  locations: Locations;
  contacts: Contacts;
  applications: Applications;
  decisions: Decisions;
  requests: Requests;
  editions: Editions;
  api_keys: ApiKeys;
};

export type Tables = IndividualTables &
  PartnerTables & {
    recordings: Recordings;
    voids: Voids;
    ends: Ends;
    disclosures: Disclosures;
    audit: Audit;
    purges: Purges;
    operation_purges: OperationPurges;
    outbox: Outbox;
    idempotency_keys: IdempotencyKeys;
    api_key_uses: ApiKeyUses;
    imports: Imports;
    import_recordings: ImportRecordings;
    import_inbox: ImportInbox;
    due_days: DueDays;
    due_projections: DueProjections;
  };
