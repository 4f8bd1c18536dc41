CREATE TABLE `authenticators` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`last_step` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `known_devices` (
	`account_id` integer NOT NULL,
	`device_hash` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `device_hash`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `one_time_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`email` text,
	`phone` text,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`misses` integer DEFAULT 0 NOT NULL,
	`used_at` integer,
	`by_person_id` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "one_time_codes_purpose" CHECK("one_time_codes"."purpose" in ('prove', 'backIn'))
);
--> statement-breakpoint
CREATE INDEX `one_time_codes_account` ON `one_time_codes` (`account_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "passkeys_name" CHECK(length(trim("passkeys"."name")) > 0 and length("passkeys"."name") <= 60)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_account` ON `passkeys` (`account_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`account_id` integer NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`account_id`, `code_hash`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`account_id` integer NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`confirmed_at` integer NOT NULL,
	`second_step_at` integer,
	`device` text NOT NULL,
	`device_hash` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ins_token` ON `sign_ins` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_ins_account` ON `sign_ins` (`account_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `refusals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`about` text,
	`address` text NOT NULL,
	`request_id` text,
	`account_id` integer
);
--> statement-breakpoint
CREATE INDEX `refusals_at` ON `refusals` (`at`);--> statement-breakpoint
CREATE INDEX `refusals_account` ON `refusals` (`account_id`,`at`);--> statement-breakpoint
CREATE TABLE `role_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`by_person_id` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_reviews_programme` ON `role_reviews` (`programme_id`,`at`);--> statement-breakpoint
DROP INDEX `accounts_email`;--> statement-breakpoint
DROP INDEX `accounts_phone`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `email_proven_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `phone_proven_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `phone_proven_by` integer REFERENCES persons(id);--> statement-breakpoint
ALTER TABLE `accounts` ADD `disabled_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `disabled_by` integer REFERENCES persons(id);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_proven` ON `accounts` (`email`) WHERE email_proven_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_phone_proven` ON `accounts` (`phone`) WHERE phone_proven_at is not null;--> statement-breakpoint
CREATE INDEX `accounts_email` ON `accounts` (`email`);--> statement-breakpoint
CREATE INDEX `accounts_phone` ON `accounts` (`phone`);--> statement-breakpoint
ALTER TABLE `programme_members` ADD `ends_on` text CONSTRAINT "programme_members_ends" CHECK("ends_on" is null or ("ends_on" = date("ends_on") and length("ends_on") = 10));--> statement-breakpoint
ALTER TABLE `programmes` ADD `trainers_take_second_step` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `accounts` SET `email_proven_at` = `contact_proven_at` WHERE `contact_proven_at` IS NOT NULL AND `email` IS NOT NULL AND (`contact_proven_by` IS NULL OR `phone` IS NULL);--> statement-breakpoint
UPDATE `accounts` SET `phone_proven_at` = `contact_proven_at`, `phone_proven_by` = `contact_proven_by` WHERE `contact_proven_at` IS NOT NULL AND `phone` IS NOT NULL AND (`contact_proven_by` IS NOT NULL OR `email` IS NULL);
