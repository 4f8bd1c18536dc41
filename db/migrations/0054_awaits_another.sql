ALTER TABLE `stage_events` ADD `awaits` text CONSTRAINT "stage_events_awaits" CHECK("awaits" in ('confirmed', 'renewed', 'master_approved'));
