ALTER TABLE `courses` ADD `form_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `courses_form` ON `courses` (`form_key`) WHERE form_key is not null;