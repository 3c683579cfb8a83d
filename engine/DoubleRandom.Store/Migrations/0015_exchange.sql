-- What platforms took over of published results, as their receipts told: each version of a result once for each profile.

create table exchange_receipt (
    jurisdiction  text collate "C" not null,
    profile       text collate "C" not null,
    key           text collate "C" not null,           -- of the public record, kind result
    version       int not null,
    number        text,                                -- the platform's own
    taken_on      date not null,
    file_sha256   text not null,
    at            timestamptz not null,
    by            text not null,
    primary key (jurisdiction, profile, key, version)
);
