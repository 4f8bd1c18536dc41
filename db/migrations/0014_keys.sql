CREATE TABLE `key_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`proof` text NOT NULL,
	`since` integer NOT NULL,
	`retired_at` integer
);
