CREATE TABLE `plan_chases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`registration_id` integer NOT NULL,
	`tool_id` integer,
	`day` text,
	`chased_at` integer NOT NULL,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tool_id`) REFERENCES `tools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_chases_day" CHECK("plan_chases"."day" is null or ("plan_chases"."day" = date("plan_chases"."day") and length("plan_chases"."day") = 10)),
	CONSTRAINT "plan_chases_of_what" CHECK(("plan_chases"."tool_id" is null) = ("plan_chases"."day" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_chases_asked` ON `plan_chases` (`registration_id`) WHERE tool_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `plan_chases_overdue` ON `plan_chases` (`registration_id`,`tool_id`,`day`) WHERE tool_id is not null;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_due` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`course_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`kind` text NOT NULL,
	`session_id` integer,
	`due_from` integer NOT NULL,
	`due_until` integer,
	`count` integer DEFAULT 1 NOT NULL,
	`total` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "due_kind_known" CHECK("__new_due"."kind" in ('roll', 'tell', 'confirm', 'go', 'start', 'close', 'rule_lost', 'decide', 'mend_names', 'certify', 'draft', 'approve', 'unanswered', 'ask_others', 'plans')),
	CONSTRAINT "due_session_of_roll" CHECK(("__new_due"."kind" = 'roll') = ("__new_due"."session_id" is not null)),
	CONSTRAINT "due_count" CHECK("__new_due"."count" > 0 and ("__new_due"."total" is null or "__new_due"."total" >= "__new_due"."count"))
);
--> statement-breakpoint
INSERT INTO `__new_due`("id", "course_id", "programme_id", "kind", "session_id", "due_from", "due_until", "count", "total") SELECT "id", "course_id", "programme_id", "kind", "session_id", "due_from", "due_until", "count", "total" FROM `due`;--> statement-breakpoint
DROP TABLE `due`;--> statement-breakpoint
ALTER TABLE `__new_due` RENAME TO `due`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `due_course` ON `due` (`course_id`,`kind`) WHERE session_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `due_session` ON `due` (`session_id`,`kind`) WHERE session_id is not null;--> statement-breakpoint
CREATE INDEX `due_of_course` ON `due` (`course_id`,`session_id`);--> statement-breakpoint
CREATE INDEX `due_programme` ON `due` (`programme_id`,`kind`,`due_from`,`course_id`,`due_until`);--> statement-breakpoint
CREATE INDEX `due_kind` ON `due` (`kind`,`due_from`,`course_id`,`due_until`);--> statement-breakpoint
CREATE INDEX `action_plans_when` ON `action_plans` (`day`);