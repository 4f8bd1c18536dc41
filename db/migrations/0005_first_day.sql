ALTER TABLE `rooms` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `venues` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `venues` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `modules` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `tool_versions` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `tools` ADD `other_names` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `tools` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `tools` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `persons_country` ON `persons` (`country`);