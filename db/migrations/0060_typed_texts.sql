-- What somebody typed into a form that is gone from the page to which they are led: every process finds it.
CREATE TABLE `typed_texts` (
	`word` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`texts` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "typed_texts_texts" CHECK(json_valid("typed_texts"."texts"))
);
--> statement-breakpoint
CREATE INDEX `typed_texts_account` ON `typed_texts` (`account_id`,`at`);--> statement-breakpoint
CREATE INDEX `typed_texts_at` ON `typed_texts` (`at`);