-- Workflows that should have started by an event or a date and were refused: what caused it stands, and staff see that nothing followed.

create table workflow_missed_start (
    id            bigint generated always as identity primary key,
    jurisdiction  text not null references jurisdiction (folder),
    workflow      text not null,
    start_key     text not null,                       -- event:…, date:…: each cause is missed once
    subject       text not null,
    event         text,                                -- null for a date
    happened_on   date not null,                       -- the day of the event, or the date
    refusals      jsonb not null,                      -- every reason
    missed_at     timestamptz not null,
    unique (jurisdiction, workflow, start_key)
);

create index workflow_missed_start_newest on workflow_missed_start (jurisdiction, id desc);
