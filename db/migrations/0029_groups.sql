-- Groups of a course: who is in which, and whose session each is. Columns are added, for rebuilding the tables would take their triggers with them.
CREATE TABLE `course_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`course_id` integer NOT NULL,
	`name` text NOT NULL,
	`language` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "course_groups_filled" CHECK(length(trim("course_groups"."name")) > 0 and length("course_groups"."name") <= 60),
	CONSTRAINT "course_groups_language" CHECK("course_groups"."language" is null or "course_groups"."language" in ('ar', 'fr', 'en', 'ky', 'ru', 'sw', 'ku'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `course_groups_name` ON `course_groups` (`course_id`,`name`);--> statement-breakpoint
ALTER TABLE `registrations` ADD `group_id` integer REFERENCES course_groups(id);--> statement-breakpoint
CREATE INDEX `registrations_group` ON `registrations` (`group_id`) WHERE group_id is not null;--> statement-breakpoint
ALTER TABLE `sessions` ADD `group_id` integer REFERENCES course_groups(id);--> statement-breakpoint
CREATE INDEX `sessions_group` ON `sessions` (`group_id`) WHERE group_id is not null;--> statement-breakpoint
CREATE TRIGGER `registrations_group_added` BEFORE INSERT ON `registrations` WHEN new.group_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM course_groups g WHERE g.id = new.group_id AND g.course_id = new.course_id)
BEGIN SELECT raise(ABORT, 'group of another course'); END;--> statement-breakpoint
CREATE TRIGGER `registrations_group_changed` BEFORE UPDATE OF group_id, course_id ON `registrations` WHEN new.group_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM course_groups g WHERE g.id = new.group_id AND g.course_id = new.course_id)
BEGIN SELECT raise(ABORT, 'group of another course'); END;--> statement-breakpoint
CREATE TRIGGER `sessions_group_added` BEFORE INSERT ON `sessions` WHEN new.group_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM course_groups g WHERE g.id = new.group_id AND g.course_id = new.course_id)
BEGIN SELECT raise(ABORT, 'group of another course'); END;--> statement-breakpoint
CREATE TRIGGER `sessions_group_changed` BEFORE UPDATE OF group_id, course_id ON `sessions` WHEN new.group_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM course_groups g WHERE g.id = new.group_id AND g.course_id = new.course_id)
BEGIN SELECT raise(ABORT, 'group of another course'); END;
