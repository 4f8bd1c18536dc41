-- Requests to trainers with a day to answer by; what they and whoever asked are told, and what is due of it. The rebuilt tables have no triggers.
CREATE TABLE `trainer_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`course_id` integer NOT NULL,
	`session_id` integer,
	`person_id` integer NOT NULL,
	`role` text NOT NULL,
	`message` text,
	`answer_by` text NOT NULL,
	`asked_by` integer,
	`asked_at` integer NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`answered_at` integer,
	`reason` text,
	`other_person_id` integer,
	`other_day` text,
	`other_time` text,
	`chased` text,
	`settled_at` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "trainer_requests_role" CHECK("trainer_requests"."role" in ('lead', 'co_trainer', 'apprentice')),
	CONSTRAINT "trainer_requests_state" CHECK("trainer_requests"."state" in ('waiting', 'accepted', 'declined', 'proposed', 'taken_back')),
	CONSTRAINT "trainer_requests_chased" CHECK("trainer_requests"."chased" in ('before', 'on')),
	CONSTRAINT "trainer_requests_answer_by" CHECK("trainer_requests"."answer_by" is null or ("trainer_requests"."answer_by" = date("trainer_requests"."answer_by") and length("trainer_requests"."answer_by") = 10)),
	CONSTRAINT "trainer_requests_other_day" CHECK("trainer_requests"."other_day" is null or ("trainer_requests"."other_day" = date("trainer_requests"."other_day") and length("trainer_requests"."other_day") = 10)),
	CONSTRAINT "trainer_requests_other_time" CHECK("trainer_requests"."other_time" is null or ("trainer_requests"."other_day" is not null and "trainer_requests"."other_time" = strftime('%H:%M', "trainer_requests"."other_time"))),
	CONSTRAINT "trainer_requests_answered" CHECK(("trainer_requests"."state" in ('waiting', 'taken_back')) or "trainer_requests"."answered_at" is not null),
	CONSTRAINT "trainer_requests_declined" CHECK("trainer_requests"."state" <> 'declined' or length(trim("trainer_requests"."reason")) > 0),
	CONSTRAINT "trainer_requests_proposed" CHECK("trainer_requests"."state" <> 'proposed' or "trainer_requests"."other_person_id" is not null or "trainer_requests"."other_day" is not null),
	CONSTRAINT "trainer_requests_message" CHECK(length(trim("trainer_requests"."message")) > 0 and length("trainer_requests"."message") <= 500),
	CONSTRAINT "trainer_requests_reason" CHECK(length(trim("trainer_requests"."reason")) > 0 and length("trainer_requests"."reason") <= 500)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trainer_requests_waiting` ON `trainer_requests` (`course_id`,`person_id`) WHERE state = 'waiting' and session_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `trainer_requests_waiting_session` ON `trainer_requests` (`session_id`,`person_id`) WHERE state = 'waiting' and session_id is not null;--> statement-breakpoint
CREATE INDEX `trainer_requests_course` ON `trainer_requests` (`course_id`,`state`);--> statement-breakpoint
CREATE INDEX `trainer_requests_person` ON `trainer_requests` (`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `trainer_requests_due` ON `trainer_requests` (`answer_by`) WHERE state = 'waiting';--> statement-breakpoint
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
	CONSTRAINT "due_kind_known" CHECK("__new_due"."kind" in ('roll', 'tell', 'confirm', 'start', 'close', 'rule_lost', 'decide', 'mend_names', 'certify', 'draft', 'approve', 'unanswered', 'ask_others')),
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
CREATE TABLE `__new_notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`registration_id` integer,
	`course_id` integer,
	`message` text NOT NULL,
	`params` text NOT NULL,
	`topic` text NOT NULL,
	`at` integer NOT NULL,
	`told_at` integer,
	`told_by` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`told_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_message" CHECK("__new_notices"."message" in ('signInLink', 'registrationReceived', 'registrationToConfirm', 'registrationAccepted', 'registrationWaiting', 'registrationMovedUp', 'registrationDeclined', 'registrationReleased', 'registrationLink', 'courseCancelled', 'courseMoved', 'certificateReady', 'certificateRevoked', 'workshopApproved', 'workshopTurnedDown', 'trainerAsked', 'trainerChased', 'requestAnswered', 'requestTakenBack', 'broughtIn', 'secondStepAdded', 'secondStepRemoved', 'secondStepTakenAway', 'recoveryCodeUsed', 'contactUsed', 'codeMade', 'contactCode', 'contactChanged', 'cameBackIn'))
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "person_id", "registration_id", "course_id", "message", "params", "topic", "at", "told_at", "told_by") SELECT "id", "person_id", "registration_id", "course_id", "message", "params", "topic", "at", "told_at", "told_by" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_topic` ON `notices` (`topic`) WHERE told_at is null;--> statement-breakpoint
CREATE INDEX `notices_course` ON `notices` (`course_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notices_untold` ON `notices` (`course_id`,`at`) WHERE told_at is null;