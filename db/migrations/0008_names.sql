-- What is kept of names and contacts is made by the start that follows, for SQL cannot make it.
CREATE TABLE `contact_keys` (
	`hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`hash`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "contact_keys_kind" CHECK("contact_keys"."kind" in ('phone', 'phone_end', 'email'))
);
--> statement-breakpoint
CREATE INDEX `contact_keys_person` ON `contact_keys` (`person_id`);--> statement-breakpoint
DROP INDEX `persons_name`;--> statement-breakpoint
ALTER TABLE `persons` ADD `sort_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `persons_sort` ON `persons` (`sort_name`,`id`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `sort_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `organisations_key` ON `organisations` (`country`,`name_key`);--> statement-breakpoint
CREATE INDEX `organisations_sort` ON `organisations` (`country`,`sort_name`);--> statement-breakpoint
CREATE INDEX `certificates_end` ON `certificates` (substr(serial, -4));
