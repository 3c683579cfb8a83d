-- While something that was handed in waits for the receiver, the unit has done its part: in time or late by this instant, not by the receiver's pace.
alter table deadline add column handed_in_at timestamptz;  -- null: nothing waits
