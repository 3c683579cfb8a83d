-- Open tasks without a due day: how many reminders were told of each. Counting it up is the claim, so that any number of nodes tells each once.

alter table workflow_task add column reminded int not null default 0;

create index workflow_task_stale on workflow_task (jurisdiction, opened_at, instance, run) where closed_at is null and due_on is null;
