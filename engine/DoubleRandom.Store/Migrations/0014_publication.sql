-- What the public sees: an append-only chain of statements per jurisdiction, the standing of each public record, signed heads of the chain.

create table public_entry (
    jurisdiction  text collate "C" not null,
    sequence      bigint not null check (sequence > 0),
    kind          text collate "C" not null,
    key           text collate "C" not null,
    version       int not null check (version > 0),
    act           text not null check (act in ('publish', 'correct', 'withdraw', 'withhold')),
    day           date not null,
    at            timestamptz not null,
    content       text not null,                       -- canonical JSON, kept to the byte
    content_hash  text not null,
    previous      text not null,
    hash          text not null,
    primary key (jurisdiction, sequence),
    unique (jurisdiction, kind, key, version)
);

create function refuse_public_change() returns trigger language plpgsql as $$
begin
    raise exception 'public_entry is append-only';
end $$;

create trigger public_entry_append_only before update or delete on public_entry for each statement execute function refuse_public_change();

-- Contents of files under their hash: the same file stated twice is kept once.
create table public_file (
    sha256   text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    content  bytea not null
);

-- How each record stands. A withheld one keeps nothing that tells what it is about.
create table public_record (
    jurisdiction  text collate "C" not null,
    kind          text collate "C" not null,
    key           text collate "C" not null,
    version       int not null,
    sequence      bigint not null,                     -- of its latest entry
    shown_from    int not null,                        -- earlier versions are no longer shown: withdrawn or withheld since
    state         text not null check (state in ('published', 'corrected', 'withdrawn', 'withheld')),
    day           date not null,                       -- of its latest act
    first_on      date not null,                       -- of its first
    unit          text collate "C",
    code          text collate "C",                    -- of the target that it is about
    title         text not null,
    grams         int[] not null,                      -- of the title, as the directories have them
    changed_at    timestamptz not null,
    primary key (jurisdiction, kind, key)
);

create index public_record_newest on public_record (jurisdiction, kind, day desc, key desc) where state <> 'withheld';
create index public_record_code on public_record (jurisdiction, kind, code, day desc, key desc) where state <> 'withheld' and code is not null;
create index public_record_grams on public_record using gin (grams) where state <> 'withheld';
create index public_record_sequence on public_record (jurisdiction, sequence desc);

-- The key that signs heads, made once for a database.
create table ledger_key (
    id            int primary key check (id = 1),
    private_key   bytea not null,                      -- PKCS#8
    public_key    text not null,                       -- SubjectPublicKeyInfo in base64
    made_at       timestamptz not null
);

create table ledger_head (
    jurisdiction  text collate "C" not null,
    day           date not null,
    sequence      bigint not null,
    head          text not null,                       -- canonical JSON, kept to the byte
    signature     text not null,                       -- base64 over the bytes of head
    primary key (jurisdiction, day)
);

-- When publications of procedures were due and done.
create index workflow_task_publish on workflow_task (jurisdiction, due_on desc) where kind = 'publish' and due_on is not null;
