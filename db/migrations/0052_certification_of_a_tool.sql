DROP INDEX `certificates_one_valid`;--> statement-breakpoint
ALTER TABLE `certificates` ADD `tool_id` integer REFERENCES tools(id);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_one_certification` ON `certificates` (`registration_id`,`tool_id`,`expires_on`) WHERE kind = 'trainer_certification' and revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_one_valid` ON `certificates` (`registration_id`,`kind`) WHERE kind = 'participation' and revoked_at is null and voided_at is null;