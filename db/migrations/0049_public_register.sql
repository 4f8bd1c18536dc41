CREATE TABLE `register_consents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`address` text NOT NULL,
	`text_version` text NOT NULL,
	`language` text NOT NULL,
	`given_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "register_consents_text" CHECK(length(trim("register_consents"."text_version")) > 0 and length("register_consents"."text_version") <= 20),
	CONSTRAINT "register_consents_language" CHECK("register_consents"."language" in ('en', 'fr', 'ar')),
	CONSTRAINT "register_consents_order" CHECK("register_consents"."revoked_at" is null or "register_consents"."revoked_at" >= "register_consents"."given_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `register_consents_address` ON `register_consents` (`address`);--> statement-breakpoint
CREATE UNIQUE INDEX `register_consents_once` ON `register_consents` (`person_id`) WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX `register_consents_person` ON `register_consents` (`person_id`);