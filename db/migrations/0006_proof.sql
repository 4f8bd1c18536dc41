CREATE TABLE `__new_sensitive_facts` (
	`person_id` integer NOT NULL,
	`programme_id` integer NOT NULL,
	`sealed` blob NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `programme_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_sensitive_facts`("person_id", "programme_id", "sealed", "updated_at") SELECT s.person_id, p.programme_id, s.sealed, s.updated_at FROM sensitive_facts s JOIN (
  SELECT r.person_id, c.programme_id FROM registrations r JOIN courses c ON c.id = r.course_id
  UNION SELECT person_id, min(programme_id) FROM person_programmes
    WHERE person_id NOT IN (SELECT person_id FROM registrations) GROUP BY person_id
) p ON p.person_id = s.person_id;--> statement-breakpoint
DROP TABLE `sensitive_facts`;--> statement-breakpoint
ALTER TABLE `__new_sensitive_facts` RENAME TO `sensitive_facts`;--> statement-breakpoint
ALTER TABLE `accounts` ADD `contact_proven_by` integer REFERENCES persons(id);--> statement-breakpoint
ALTER TABLE `sign_in_links` ADD `by_person_id` integer REFERENCES persons(id);--> statement-breakpoint
-- Whoever holds a role already and has signed in was let in by somebody: the new rule is for roles that are given from now on.
UPDATE accounts SET contact_proven_at = coalesce(contact_proven_at, last_sign_in_at)
WHERE is_administrator = 1 OR person_id IN (SELECT person_id FROM programme_members);
