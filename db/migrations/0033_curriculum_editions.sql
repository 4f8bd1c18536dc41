DROP INDEX `tool_versions_label`;--> statement-breakpoint
ALTER TABLE `tool_versions` ADD `former_id` integer REFERENCES tool_versions(id);--> statement-breakpoint
ALTER TABLE `tool_versions` ADD `superseded_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `tool_versions_former` ON `tool_versions` (`former_id`) WHERE former_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `tool_versions_label` ON `tool_versions` (`tool_id`,`label`,`country`) WHERE superseded_at is null;--> statement-breakpoint
ALTER TABLE `modules` ADD `former_id` integer REFERENCES modules(id);--> statement-breakpoint
CREATE UNIQUE INDEX `modules_former` ON `modules` (`former_id`) WHERE former_id is not null;