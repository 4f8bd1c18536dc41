CREATE TABLE `gate_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`number` integer NOT NULL,
	`preset` text NOT NULL,
	`in_force_from` text NOT NULL,
	`gates` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gate_versions_preset" CHECK("gate_versions"."preset" in ('own', 'siyb', 'score', 'germe', 'financial_education')),
	CONSTRAINT "gate_versions_in_force" CHECK("gate_versions"."in_force_from" is null or ("gate_versions"."in_force_from" = date("gate_versions"."in_force_from") and length("gate_versions"."in_force_from") = 10)),
	CONSTRAINT "gate_versions_gates" CHECK(json_valid("gate_versions"."gates"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gate_versions_number` ON `gate_versions` (`programme_id`,`number`);--> statement-breakpoint
CREATE TRIGGER gate_versions_kept BEFORE UPDATE ON gate_versions
BEGIN
  SELECT RAISE(ABORT, 'a version of gates is never changed');
END;--> statement-breakpoint
CREATE TRIGGER gate_versions_stay BEFORE DELETE ON gate_versions
BEGIN
  SELECT RAISE(ABORT, 'a version of gates is never deleted');
END;
