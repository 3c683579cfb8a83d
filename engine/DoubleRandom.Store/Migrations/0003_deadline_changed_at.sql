-- When a deadline last became another one (moved, withdrawn, settled, extended): calendar programs trust an event's newer stamp only.
alter table deadline add column changed_at timestamptz;  -- null: as it was made
