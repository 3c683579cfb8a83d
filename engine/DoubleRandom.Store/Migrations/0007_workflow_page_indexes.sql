-- What the pages ask for: the newest of what runs, whatever the jurisdiction, and how many instances of each workflow stand how.

create index workflow_instance_running on workflow_instance (id desc) where status = 'running';
create index workflow_instance_tally on workflow_instance (jurisdiction, workflow, status);
