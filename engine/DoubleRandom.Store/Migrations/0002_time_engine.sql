-- The time engine: packs and their versions, events, deadlines, notices and their deliveries, submissions, people, the audit chain.

create table jurisdiction (
    folder              text primary key,              -- 640425-pengyang, the key everywhere
    code                text not null,
    name_zh             text not null,
    name_en             text not null,
    time_zone           text not null,
    running_version     text,                          -- content hash of the version that runs
    first_published_on  date not null,                 -- what was due before is history, never overdue
    planned_to          date,                          -- the horizon up to which deadlines are rows
    reconciled_at       timestamptz
);

-- Immutable: a changed folder is a new row. files holds every file of every layer, gzip over JSON {path: base64}.
create table pack_version (
    jurisdiction  text not null references jurisdiction (folder),
    hash          text not null,
    number        int not null,
    adopted_at    timestamptz not null,
    files         bytea not null,
    primary key (jurisdiction, hash),
    unique (jurisdiction, number)
);

-- A folder that does not validate: what is wrong with it, while the last good version runs on.
create table pack_rejection (
    jurisdiction  text primary key,
    hash          text not null,
    seen_at       timestamptz not null,
    diagnostics   jsonb not null
);

create table event (
    id            bigint generated always as identity primary key,
    jurisdiction  text not null references jurisdiction (folder),
    name          text not null,
    happened_on   date not null,
    subject       text not null default '',
    unit          text not null default '',            -- '' when it concerns all
    recorded_at   timestamptz not null,
    recorded_by   text not null,
    unique (jurisdiction, name, happened_on, subject, unit)
);

create table deadline (
    jurisdiction  text not null,
    obligation    text not null,
    unit          text not null,
    period        text not null,
    opens_on      date not null,
    planned_on    date not null,                       -- what the law and the calendar say
    due_on        date not null,                       -- planned_on, or the day to which it was extended
    due_at        timestamptz not null,                -- the instant at which due_on closes in the jurisdiction's zone
    strength      text not null,                       -- must | should
    provisional   boolean not null,
    trigger       text not null,                       -- event@date of a deadline after an event, else ''
    counted       int,                                 -- quotas: how many happened
    required      int,                                 -- quotas: how many are needed
    ladder        text not null,
    rung_ids      text[] not null,
    rung_at       timestamptz[] not null,
    first_rung    smallint not null,                   -- rungs before it lay in the past when the deadline was made
    next_rung     smallint not null,
    next_rung_at  timestamptz,                         -- null: the ladder is at its end or was stopped
    status        text not null,                       -- open | met | met-late | waived | withdrawn | history
    settled_at    timestamptz,                         -- when it left open
    extended_on   date,
    reason        text,                                -- of waiving or extending
    digest        bigint not null,                     -- of everything planned: equal means unchanged
    revision      int not null default 0,              -- counts moves and withdrawals, for corrections
    made_at       timestamptz not null,
    primary key (jurisdiction, obligation, unit, period)
);

create index deadline_next_rung on deadline (next_rung_at) where next_rung_at is not null;
create index deadline_due on deadline (jurisdiction, due_on);
create index deadline_open on deadline (due_on) where status = 'open';

-- The outbox. The natural key makes a second writing of the same notice impossible.
create table notice (
    id             bigint generated always as identity primary key,
    key            text not null unique,
    jurisdiction   text not null,
    obligation     text not null,                      -- '' in a digest over several deadlines
    unit           text not null,                      -- who owes; '' in a digest
    period         text not null,
    kind           text not null,                      -- reminder | behind | escalation | digest | correction | lapse | returned
    covers         text[] not null,                    -- obligation/unit/period#rung@due: every rung that this notice accounts for
    recipient_unit text not null,
    function       text not null,                      -- liaison | leader | office | …: who in the unit is meant
    language       text not null,
    subject        text not null,
    body           text not null,
    late           boolean not null default false,
    circular       boolean not null default false,     -- a circular of criticism was drafted with it
    due_on         date,
    read_at        timestamptz,
    created_at     timestamptz not null
);

create index notice_inbox on notice (jurisdiction, recipient_unit, id desc);
create index notice_deadline on notice (jurisdiction, obligation, unit, period);

create table delivery (
    notice           bigint not null references notice (id),
    channel          text not null,                    -- mail | webhook
    address          text not null,
    state            text not null,                    -- pending | delivered | dead
    attempts         int not null default 0,
    next_attempt_at  timestamptz,
    last_error       text,
    delivered_at     timestamptz,
    primary key (notice, channel, address)
);

create index delivery_pending on delivery (next_attempt_at) where state = 'pending';

create table submission (
    id            bigint generated always as identity primary key,
    idempotency_key text unique,
    jurisdiction  text not null,
    obligation    text not null,
    unit          text not null,
    period        text not null,
    form          text not null,
    content       jsonb not null,
    submitted_by  text not null,
    submitted_at  timestamptz not null,
    state         text not null,                       -- submitted | accepted | returned
    decided_by    text,
    decided_at    timestamptz,
    reason        text,
    foreign key (jurisdiction, obligation, unit, period) references deadline
);

create index submission_deadline on submission (jurisdiction, obligation, unit, period);
create index submission_waiting on submission (jurisdiction, submitted_at) where state = 'submitted';

create table attachment (
    id          bigint generated always as identity primary key,
    submission  bigint not null references submission (id),
    name        text not null,
    media_type  text not null,
    sha256      text not null,
    content     bytea not null
);

create index attachment_submission on attachment (submission);

create table person (
    jurisdiction  text not null,
    unit          text not null,
    function      text not null,                       -- liaison | leader | office | supervision
    name          text not null,
    mail          text,
    phone         text,
    webhook       text,
    language      text not null default 'zh',
    primary key (jurisdiction, unit, function, name)
);

-- Every change, chained: hash = SHA-256(previous hash | sequence | time | actor | action | subject | detail).
create table audit_entry (
    jurisdiction  text not null,
    sequence      bigint not null,
    at            timestamptz not null,
    actor         text not null,
    action        text not null,
    subject       text not null,
    detail        text not null,
    previous      bytea not null,
    hash          bytea not null,
    primary key (jurisdiction, sequence)
);

-- What is done once a day: the row is the claim, so any number of nodes does it once.
create table daily_run (
    name     text not null,
    day      date not null,
    done_at  timestamptz not null,
    primary key (name, day)
);
