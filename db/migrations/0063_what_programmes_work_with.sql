CREATE TABLE `course_organisations` (
	`course_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	PRIMARY KEY(`course_id`, `organisation_id`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `course_organisations_organisation` ON `course_organisations` (`organisation_id`);--> statement-breakpoint
ALTER TABLE `modules` ADD `published_code` text;--> statement-breakpoint
ALTER TABLE `persons` ADD `governorate` text;--> statement-breakpoint
CREATE INDEX `persons_governorate` ON `persons` (`governorate`) WHERE governorate is not null;--> statement-breakpoint
ALTER TABLE `programmes` ADD `hours_a_day` integer DEFAULT 8 NOT NULL;