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
	CONSTRAINT "accepted_issues_kind" CHECK("__new_accepted_issues"."kind" in ('not_qualified', 'over_hours', 'not_worked', 'travel', 'away', 'language', 'test_missing', 'part_missing')),
	CONSTRAINT "accepted_issues_reason" CHECK(length(trim("__new_accepted_issues"."reason")) > 0 and length("__new_accepted_issues"."reason") <= 300)
);
--> statement-breakpoint
INSERT INTO `__new_accepted_issues`("id", "course_id", "kind", "about", "reason", "by_person_id", "at", "taken_back_at", "taken_back_by") SELECT "id", "course_id", "kind", "about", "reason", "by_person_id", "at", "taken_back_at", "taken_back_by" FROM `accepted_issues`;--> statement-breakpoint
DROP TABLE `accepted_issues`;--> statement-breakpoint
ALTER TABLE `__new_accepted_issues` RENAME TO `accepted_issues`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `accepted_issues_about` ON `accepted_issues` (`course_id`,`kind`,`about`) WHERE taken_back_at is null;