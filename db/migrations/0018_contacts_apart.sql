-- Whoever handed a link over vouched for the person by that; it proved the phone that the link was sent to, and no address.
UPDATE `accounts` SET `invited_at` = `contact_proven_at`, `invited_by` = `contact_proven_by` WHERE `contact_proven_by` IS NOT NULL;--> statement-breakpoint
UPDATE `accounts` SET `email_proven_at` = NULL WHERE `contact_proven_by` IS NOT NULL AND `phone` IS NULL;--> statement-breakpoint
-- An administrator's address was given by the operator.
UPDATE `accounts` SET `email_proven_at` = `created_at` WHERE `is_administrator` = 1 AND `email` IS NOT NULL AND `email_proven_at` IS NULL;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `contact_proven_by`;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `contact_proven_at`;--> statement-breakpoint
CREATE INDEX `one_time_codes_phone` ON `one_time_codes` (`phone`);
