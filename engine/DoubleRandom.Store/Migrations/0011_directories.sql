-- The directories of inspection: targets, inspectors, items. Rows keep their history, so that a frame can be rebuilt as of any day.

create table directory_import (
    id            bigint generated always as identity primary key,
    jurisdiction  text not null,
    directory     text not null check (directory in ('targets', 'inspectors', 'items')),
    day           date not null,                       -- from which its versions hold
    imported_at   timestamptz not null,
    imported_by   text not null,
    sha256        text not null,                       -- of the file
    lines         int not null,
    added         int not null,
    changed       int not null,
    closed        int not null
);

create index directory_import_newest on directory_import (jurisdiction, directory, id desc);

-- One version of one row. A version that was replaced on the day it came has valid_to = valid_from: it is history, but held on no day.
-- opened_by and closed_by are imports; a foreign key would cost more than all else when a million rows come.
create table directory_row (
    jurisdiction  text not null,
    directory     text not null,
    code          text collate "C" not null,
    opened_by     bigint not null,
    closed_by     bigint,
    valid_from    date not null,
    valid_to      date,                                -- the first day on which it no longer holds; null: it holds
    former        text collate "C",                    -- 15-digit number before the code
    name          text not null,
    area          text collate "C",
    industry      text collate "C",
    class         text collate "C",
    unit          text collate "C",
    groups        text[] not null,                     -- sub-directories or tags
    grams         int[] not null,                      -- neighbouring characters of the name, two in one number: how parts of Chinese names are found
    digest        uuid not null,                       -- of content: equal means unchanged
    content       json not null,                       -- json, not jsonb: kept as it was written, to the byte
    primary key (jurisdiction, directory, code, opened_by),
    check (valid_to >= valid_from),
    check ((valid_to is null) = (closed_by is null))
);

create unique index directory_row_present on directory_row (jurisdiction, directory, code) where valid_to is null;
create index directory_row_former on directory_row (jurisdiction, directory, former) where former is not null;
create index directory_row_area on directory_row (jurisdiction, directory, area, code) where valid_to is null and area is not null;
create index directory_row_industry on directory_row (jurisdiction, directory, industry, code) where valid_to is null and industry is not null;
create index directory_row_class on directory_row (jurisdiction, directory, class, code) where valid_to is null and class is not null;
create index directory_row_unit on directory_row (jurisdiction, directory, unit, code) where valid_to is null and unit is not null;
create index directory_row_groups on directory_row using gin (groups) where valid_to is null and groups <> '{}';
create index directory_row_grams on directory_row using gin (grams) where valid_to is null;
