-- What was answered to commands that came with an idempotency key: sent again, they get the same answer and change nothing.

create table workflow_answer (
    jurisdiction  text not null references jurisdiction (folder),
    about         text not null,                       -- start:<workflow>, or instance:<number>
    key           text not null,                       -- as the client chose it
    digest        text not null check (digest ~ '^[0-9a-f]{64}$'),  -- of who asked and what for: another command under the same key is refused
    answer        json not null,                       -- to the byte
    answered_at   timestamptz not null,
    primary key (jurisdiction, about, key)
);
