PRAGMA foreign_keys=OFF;--> statement-breakpoint
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
	CONSTRAINT "notices_message" CHECK("__new_notices"."message" in ('signInLink', 'registrationReceived', 'registrationToConfirm', 'registrationAccepted', 'registrationWaiting', 'registrationMovedUp', 'registrationDeclined', 'registrationReleased', 'registrationLink', 'courseCancelled', 'courseMoved', 'courseConfirmed', 'courseShared', 'courseSharingEnded', 'courseSharerLeft', 'certificateReady', 'certificateRevoked', 'workshopApproved', 'workshopTurnedDown', 'trainerAsked', 'trainerChased', 'requestAnswered', 'requestTakenBack', 'trainingGiven', 'trainingMoved', 'trainingEnded', 'trainingCancelled', 'trainingConfirmed', 'broughtIn', 'secondStepAdded', 'secondStepRemoved', 'secondStepTakenAway', 'recoveryCodeUsed', 'contactUsed', 'codeMade', 'contactCode', 'contactChanged', 'cameBackIn'))
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "person_id", "registration_id", "course_id", "message", "params", "topic", "at", "told_at", "told_by") SELECT "id", "person_id", "registration_id", "course_id", "message", "params", "topic", "at", "told_at", "told_by" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_topic` ON `notices` (`topic`) WHERE told_at is null;--> statement-breakpoint
CREATE INDEX `notices_course` ON `notices` (`course_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notices_untold` ON `notices` (`course_id`,`at`) WHERE told_at is null;