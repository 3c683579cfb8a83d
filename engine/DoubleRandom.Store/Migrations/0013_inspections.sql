-- Inspections: one target of one task, its team, the departments' records with their files, and the joint results. What was sent is never changed: a correction is a new version.

create table inspection (
    instance       bigint not null references workflow_instance (id),
    target         text not null,
    jurisdiction   text not null,
    workflow       text not null,
    subject        text not null,
    run            int not null,                       -- of the visit's task
    lead           text not null,
    departments    json not null,                      -- [{"unit","items":[{"item","basis"}]}], the lead first
    scheduled_on   date,
    state          text not null check (state in ('open', 'answered', 'done', 'cancelled')),
    result         int not null default 0,             -- version of the newest joint result; 0 for none
    category       text,                               -- of that result
    inspected_on   date,                               -- of that result
    published      int not null default 0,             -- the version of the result that the public was told last; 0 for none
    opened_at      timestamptz not null,
    done_at        timestamptz,                        -- when the visit's task was finished
    primary key (instance, target)
);

create index inspection_year on inspection (jurisdiction, inspected_on, instance) where inspected_on is not null;
create index inspection_newest on inspection (jurisdiction, instance desc, target);

-- Who inspects. A draw may assign a team before the visit is opened.
create table inspection_team (
    instance     bigint not null references workflow_instance (id),
    target       text not null,
    department   text not null,
    inspector    text not null,
    origin       text not null check (origin in ('draw', 'given')),
    primary key (instance, target, department, inspector)
);

create table inspection_record (
    instance      bigint not null,
    target        text not null,
    department    text not null,
    version       int not null check (version > 0),
    content       json not null,                       -- as it was sent
    digest        text not null,                       -- of content: sent again means nothing new
    category      text not null,
    reason        text,                                -- of a correction
    recorded_by   text not null,
    recorded_at   timestamptz not null,
    primary key (instance, target, department, version),
    foreign key (instance, target) references inspection (instance, target),
    check (version = 1 or reason is not null)
);

create table inspection_file (
    instance     bigint not null,
    target       text not null,
    sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name         text not null,
    media_type   text not null,
    content      bytea not null,
    sent_by      text not null,
    sent_unit    text not null,
    sent_at      timestamptz not null,
    primary key (instance, target, sha256),
    foreign key (instance, target) references inspection (instance, target)
);

create table inspection_result (
    instance      bigint not null,
    target        text not null,
    version       int not null check (version > 0),
    content       json not null,
    category      text not null,
    inspected_on  date not null,
    reason        text,
    made_at       timestamptz not null,
    primary key (instance, target, version),
    foreign key (instance, target) references inspection (instance, target)
);

create function refuse_inspection_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger inspection_record_append_only before update or delete on inspection_record for each statement execute function refuse_inspection_change();
create trigger inspection_file_append_only before update or delete on inspection_file for each statement execute function refuse_inspection_change();
create trigger inspection_result_append_only before update or delete on inspection_result for each statement execute function refuse_inspection_change();
