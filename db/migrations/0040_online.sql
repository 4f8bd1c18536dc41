-- Online sessions and their links, interpretation, and the place of a group. Columns are added, for rebuilding the tables would take their triggers with them.
CREATE TABLE `course_links` (
	`course_id` integer PRIMARY KEY NOT NULL,
	`link` text NOT NULL CHECK (link LIKE 'https://%' AND length(link) <= 500),
	`by_person_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_accepted_issues` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`course_id` integer NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`reason` text NOT NULL,
	`by_person_id` integer,
	`at` integer NOT NULL,
	`taken_back_at` integer,
	`taken_back_by` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_back_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accepted_issues_kind" CHECK("__new_accepted_issues"."kind" in ('not_qualified', 'over_hours', 'not_worked', 'travel', 'away', 'language')),
	CONSTRAINT "accepted_issues_reason" CHECK(length(trim("__new_accepted_issues"."reason")) > 0 and length("__new_accepted_issues"."reason") <= 300)
);
--> statement-breakpoint
INSERT INTO `__new_accepted_issues`("id", "course_id", "kind", "about", "reason", "by_person_id", "at", "taken_back_at", "taken_back_by") SELECT "id", "course_id", "kind", "about", "reason", "by_person_id", "at", "taken_back_at", "taken_back_by" FROM `accepted_issues`;--> statement-breakpoint
DROP TABLE `accepted_issues`;--> statement-breakpoint
ALTER TABLE `__new_accepted_issues` RENAME TO `accepted_issues`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `accepted_issues_about` ON `accepted_issues` (`course_id`,`kind`,`about`) WHERE taken_back_at is null;--> statement-breakpoint
ALTER TABLE `course_groups` ADD `venue_id` integer REFERENCES venues(id);--> statement-breakpoint
ALTER TABLE `sessions` ADD `online` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `link` text CHECK (link IS NULL OR (link LIKE 'https://%' AND length(link) <= 500));--> statement-breakpoint
ALTER TABLE `sessions` ADD `interpreted_into` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `interpreter` text;--> statement-breakpoint
CREATE TRIGGER `sessions_online_added` BEFORE INSERT ON `sessions` WHEN new.online <> 0 AND new.room_id IS NOT NULL
BEGIN SELECT raise(ABORT, 'online session with a room'); END;--> statement-breakpoint
CREATE TRIGGER `sessions_online_changed` BEFORE UPDATE OF online, room_id ON `sessions` WHEN new.online <> 0 AND new.room_id IS NOT NULL
BEGIN SELECT raise(ABORT, 'online session with a room'); END;