-- What pages ask for beside the time engine: what was settled lately, and what was given up.

create index deadline_settled on deadline (settled_at) where settled_at is not null;
create index delivery_dead on delivery (notice) where state = 'dead';
