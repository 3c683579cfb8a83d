-- Draws and their ceremony. What was frozen, given or drawn is never changed: a trigger refuses it, whoever asks.

create table draw (
    jurisdiction    text not null,
    sequence        int not null check (sequence > 0),   -- consecutive within the jurisdiction
    number          text not null,
    what            text not null check (what in ('targets', 'inspectors')),
    stage           text not null check (stage in ('prepared', 'frozen', 'seeded', 'drawn', 'dispatched', 'revealed', 'abandoned')),
    instance        bigint,                              -- the workflow instance that waits for it
    series          text,                                -- batches of one year's quota
    on_day          date not null,                       -- the day as of which the lists were taken
    asked           json not null,                       -- what was asked for, as it was
    manifest        json not null,                       -- what a second person confirms
    manifest_sha256 text not null,
    pepper          bytea,                               -- secret until revealed
    salt            bytea,                               -- of the inspectors' pseudonyms
    witnesses       jsonb not null,
    beacon_round    text,
    beacon          text,
    prepared_by     text not null,
    prepared_unit   text not null,
    prepared_at     timestamptz not null,
    frozen_by       text,
    frozen_at       timestamptz,
    drawn_by        text,
    drawn_at        timestamptz,
    dispatched_at   timestamptz,
    revealed_at     timestamptz,
    record_sha256   text,                                -- of the record as it was first published: what the next one chains to
    told_in         text,                                -- number of the draw whose record tells that this one was abandoned
    supersedes      text,
    superseded_by   text,
    reason          text,
    changed_at      timestamptz not null,
    primary key (jurisdiction, sequence),
    unique (jurisdiction, number)
);

create index draw_instance on draw (instance) where instance is not null;
create index draw_recorded on draw (jurisdiction, drawn_at) where record_sha256 is not null;

create table draw_file (
    jurisdiction text not null,
    sequence     int not null,
    name         text not null,                          -- frame.txt, rules.json, record.json…
    content      bytea not null,
    sha256       text not null,
    primary key (jurisdiction, sequence, name),
    foreign key (jurisdiction, sequence) references draw (jurisdiction, sequence)
);

-- Who was drawn, for repeat rules and sums over a year.
create table draw_pick (
    jurisdiction text not null,
    sequence     int not null,
    code         text collate "C" not null,
    stratum      text collate "C" not null,
    place        int not null,
    drawn_on     date not null,
    primary key (jurisdiction, sequence, code),
    foreign key (jurisdiction, sequence) references draw (jurisdiction, sequence)
);

create index draw_pick_code on draw_pick (jurisdiction, code, drawn_on);

-- Who checks whom, by the directory's own ids; the public record has pseudonyms.
create table draw_assignment (
    jurisdiction text not null,
    sequence     int not null,
    target       text collate "C" not null,
    slot         int not null,
    unit         text not null,
    inspector    text collate "C" not null,
    pseudonym    text not null,
    drawn_on     date not null,
    primary key (jurisdiction, sequence, target, slot),
    foreign key (jurisdiction, sequence) references draw (jurisdiction, sequence)
);

create index draw_assignment_inspector on draw_assignment (jurisdiction, inspector, drawn_on);

-- Which steps a draw has answered, each once: who draws again after a recusal needs a new draw.
create table draw_told (
    jurisdiction text not null,
    sequence     int not null,
    unit         text not null,                          -- whose inspectors; empty for the targets
    run          int not null,                           -- of the instance's step
    primary key (jurisdiction, sequence, unit),
    foreign key (jurisdiction, sequence) references draw (jurisdiction, sequence)
);

-- Substitutes that took the place of a target, in order.
create table draw_use (
    jurisdiction text not null,
    sequence     int not null,
    place        int not null check (place > 0),
    code         text collate "C" not null,
    instead      text collate "C" not null,
    reason       text not null,
    used_by      text not null,
    used_at      timestamptz not null,
    primary key (jurisdiction, sequence, place),
    unique (jurisdiction, sequence, code),
    unique (jurisdiction, sequence, instead),
    foreign key (jurisdiction, sequence) references draw (jurisdiction, sequence)
);

create function draw_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or tg_table_name <> 'draw' then
        raise exception 'a draw is never deleted or rewritten; supersede it instead';
    end if;
    if (old.number, old.what, old.asked::text, old.manifest::text, old.manifest_sha256, old.pepper, old.salt, old.prepared_by, old.prepared_at)
           is distinct from (new.number, new.what, new.asked::text, new.manifest::text, new.manifest_sha256, new.pepper, new.salt, new.prepared_by, new.prepared_at)
       or (old.frozen_by is not null and (old.frozen_by, old.frozen_at) is distinct from (new.frozen_by, new.frozen_at))
       or (old.beacon is not null and old.beacon is distinct from new.beacon)
       or (old.record_sha256 is not null and (old.record_sha256, old.drawn_at, old.witnesses) is distinct from (new.record_sha256, new.drawn_at, new.witnesses))
       or (old.superseded_by is not null and old.superseded_by is distinct from new.superseded_by)
       or exists (select from jsonb_array_elements(old.witnesses) with ordinality o (seat, place)
                  where seat ->> 'value' is not null and seat is distinct from new.witnesses -> (place - 1)::int) then
        raise exception 'draw %: what was frozen, given or drawn does not change', old.number;
    end if;
    return new;
end $$;

create trigger draw_stands before update or delete on draw for each row execute function draw_stands();
create trigger draw_file_stands before update or delete on draw_file for each row execute function draw_stands();
create trigger draw_pick_stands before update or delete on draw_pick for each row execute function draw_stands();
create trigger draw_use_stands before update or delete on draw_use for each row execute function draw_stands();
create trigger draw_told_stands before update or delete on draw_told for each row execute function draw_stands();
create trigger draw_assignment_stands before update or delete on draw_assignment for each row execute function draw_stands();
