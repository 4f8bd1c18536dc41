ALTER TABLE `jobs` ADD `lease` text;--> statement-breakpoint
ALTER TABLE `jobs` ADD `queued_at` integer;--> statement-breakpoint
ALTER TABLE `jobs` ADD `person_id` integer REFERENCES persons(id) ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `message` text;--> statement-breakpoint
CREATE INDEX `jobs_person` ON `jobs` (`person_id`);