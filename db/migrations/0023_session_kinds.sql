-- More kinds of session. The constraint is exchanged alone (SQLite 3.53): rebuilding the table would take its triggers with it.
ALTER TABLE `sessions` DROP CONSTRAINT "sessions_kind";--> statement-breakpoint
ALTER TABLE `sessions` ADD CONSTRAINT "sessions_kind" CHECK("kind" in ('module', 'opening', 'field_visit', 'micro_teaching', 'practicum', 'coaching_visit', 'refresher', 'test', 'evaluation', 'closing', 'other'));
