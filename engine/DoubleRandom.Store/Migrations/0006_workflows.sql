-- Workflows: running procedures, their journals, what waits for people, attached files, and what the engine still has to tell.

create sequence workflow_instance_id;

-- The fold of its journal, as far as lists, pages and claims need it. The journal alone is the truth.
create table workflow_instance (
    id                  bigint primary key,            -- of workflow_instance_id
    jurisdiction        text not null references jurisdiction (folder),
    workflow            text not null,
    subject             text not null,
    pack_hash           text not null,                 -- the pack version that it runs on, whatever was adopted since
    definition_version  text not null,
    start_key           text,                          -- event:…, date:…, call:…, or what a client gave; null for none
    version             bigint not null,               -- entries of its journal
    status              text not null check (status in ('running', 'ended', 'cancelled')),
    outcome             text,
    starter_unit        text not null,                 -- '' when the engine started it
    open_steps          jsonb not null,                -- {"visit": 3}: open steps, each with how often
    parent              bigint references workflow_instance (id),
    parent_run          int,
    hears               text[] not null,               -- events that its definition speaks of
    next_day            date,                          -- the next day that an open wait waits for
    dated_by            text not null,                 -- the pack version by whose calendar its days were worked out
    trouble             jsonb,                         -- why the engine could not carry it on; null when it could
    try_on              date,                          -- the day on which the engine tries again
    started_at          timestamptz not null,
    changed_at          timestamptz not null,
    ended_at            timestamptz,
    unique (jurisdiction, workflow, start_key),        -- started once for each cause
    -- A version that something runs on cannot be deleted.
    foreign key (jurisdiction, pack_hash) references pack_version (jurisdiction, hash)
);

create index workflow_instance_newest on workflow_instance (jurisdiction, id desc);
create index workflow_instance_status on workflow_instance (jurisdiction, status, id desc);
create index workflow_instance_workflow on workflow_instance (jurisdiction, workflow, id desc);
create index workflow_instance_subject on workflow_instance (jurisdiction, subject);
create index workflow_instance_next_day on workflow_instance (next_day) where status = 'running' and next_day is not null;
create index workflow_instance_trouble on workflow_instance (try_on) where trouble is not null;
create index workflow_instance_hears on workflow_instance using gin (hears) where status = 'running';
create index workflow_instance_pack on workflow_instance (jurisdiction, pack_hash) where status = 'running';
create index workflow_instance_parent on workflow_instance (parent, parent_run) where parent is not null;

-- The units that take part in an instance, so that each finds its own by page.
create table workflow_party (
    jurisdiction  text not null,
    unit          text not null,
    instance      bigint not null references workflow_instance (id),
    workflow      text not null,
    status        text not null,
    primary key (jurisdiction, unit, instance)
);

create index workflow_party_status on workflow_party (jurisdiction, unit, status, instance desc) include (workflow);
create index workflow_party_instance on workflow_party (instance);

-- json, not jsonb: an entry is kept as it was written, to the byte.
create table workflow_journal (
    instance  bigint not null references workflow_instance (id),
    version   bigint not null check (version > 0),
    entry     json not null,
    primary key (instance, version)
);

create function refuse_journal_change() returns trigger language plpgsql as $$
begin
    raise exception 'workflow_journal is append-only';
end $$;

create trigger workflow_journal_append_only before update or delete on workflow_journal for each statement execute function refuse_journal_change();

-- What waits for people (待办): steps, and draws and publications that somebody reports.
create table workflow_task (
    instance      bigint not null references workflow_instance (id),
    run           int not null,
    jurisdiction  text not null,
    workflow      text not null,
    subject       text not null,
    step          text not null,
    item          text not null,                       -- path of the item; '' outside a for-each
    kind          text not null check (kind in ('task', 'decision', 'draw', 'publish')),
    what          text,                                -- of draws and publications
    role          text,
    units         text[] not null,                     -- empty: whoever holds the role
    owners        text[] not null,                     -- unit:<id> of each unit, or role:<id>
    function      text,
    person        text,
    form          text,
    due_on        date,
    opened_at     timestamptz not null,
    closed_at     timestamptz,
    primary key (instance, run)
);

create index workflow_task_owners on workflow_task using gin (owners) where closed_at is null;
create index workflow_task_due on workflow_task (jurisdiction, due_on, instance, run) where closed_at is null;
create index workflow_task_person on workflow_task (jurisdiction, person) where closed_at is null and person is not null;

create table workflow_attachment (
    id           bigint generated always as identity primary key,
    instance     bigint not null references workflow_instance (id),
    run          int not null,
    name         text not null,
    media_type   text not null,
    sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content      bytea not null,
    attached_by  text not null,
    attached_at  timestamptz not null
);

create index workflow_attachment_run on workflow_attachment (instance, run);

-- An event that an instance was not told in the event's own transaction: there were too many to tell, or it could not go on.
create table workflow_errand (
    id           bigint generated always as identity primary key,
    instance     bigint not null references workflow_instance (id),
    event        text not null,
    happened_on  date not null,
    item         text not null,
    depth        int not null,                         -- how many commands led to it
    try_on       date not null,
    unique (instance, event, happened_on, item)
);

create index workflow_errand_try on workflow_errand (try_on, id);

-- Deadlines of steps stand beside those of obligations: one ladder, one sweep. Reconciliation leaves them to their instances.
alter table deadline add column instance bigint references workflow_instance (id);  -- null: of an obligation
create index deadline_instance on deadline (instance, period) where instance is not null;

-- Up to which day workflows that start by date were started; what lies before the first publication never is.
create table workflow_start (
    jurisdiction  text primary key references jurisdiction (folder),
    started_to    date not null
);
