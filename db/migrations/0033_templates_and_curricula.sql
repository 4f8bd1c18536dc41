CREATE TABLE `course_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`name` text NOT NULL,
	`plan` text NOT NULL,
	`kept_by` integer,
	`kept_at` integer NOT NULL,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "course_templates_filled" CHECK(length(trim("course_templates"."name")) > 0 and length("course_templates"."name") <= 80),
	CONSTRAINT "course_templates_plan" CHECK(json_valid("course_templates"."plan"))
);
--> statement-breakpoint
CREATE INDEX `course_templates_programme` ON `course_templates` (`programme_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `course_templates_name` ON `course_templates` (`programme_id`,`name`) WHERE removed_at is null;--> statement-breakpoint
DROP INDEX `tool_versions_label`;--> statement-breakpoint
ALTER TABLE `tool_versions` ADD `former_id` integer REFERENCES tool_versions(id);--> statement-breakpoint
ALTER TABLE `tool_versions` ADD `superseded_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `tool_versions_former` ON `tool_versions` (`former_id`) WHERE former_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `tool_versions_label` ON `tool_versions` (`tool_id`,`label`,`country`) WHERE superseded_at is null;--> statement-breakpoint
ALTER TABLE `modules` ADD `former_id` integer REFERENCES modules(id);--> statement-breakpoint
CREATE UNIQUE INDEX `modules_former` ON `modules` (`former_id`) WHERE former_id is not null;