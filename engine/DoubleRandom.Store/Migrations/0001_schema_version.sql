-- Which migrations this database has seen. The hash is of the migration's text, so that an edited one is noticed.
create table schema_version (
    version    int primary key check (version > 0),
    name       text not null,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz not null
);
