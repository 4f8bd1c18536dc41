CREATE TABLE `certificates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`serial` text NOT NULL,
	`registration_id` integer NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`facts` text NOT NULL,
	`issued_at` integer NOT NULL,
	`issued_on` text NOT NULL,
	`issued_by` integer,
	`expires_on` text,
	`revoked_at` integer,
	`revoked_by` integer,
	`revocation_reason` text,
	`replaces_id` integer,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "certificates_kind" CHECK("certificates"."kind" in ('participation', 'trainer_certification')),
	CONSTRAINT "certificates_issued_on" CHECK("certificates"."issued_on" is null or ("certificates"."issued_on" = date("certificates"."issued_on") and length("certificates"."issued_on") = 10)),
	CONSTRAINT "certificates_expires_on" CHECK("certificates"."expires_on" is null or ("certificates"."expires_on" = date("certificates"."expires_on") and length("certificates"."expires_on") = 10)),
	CONSTRAINT "certificates_facts" CHECK(json_valid("certificates"."facts")),
	CONSTRAINT "certificates_serial_form" CHECK(length("certificates"."serial") = 16 and "certificates"."serial" not glob '*[^0-9A-HJKMNP-TW-Z]*'),
	CONSTRAINT "certificates_revoked" CHECK(("certificates"."revoked_at" is null) = ("certificates"."revocation_reason" is null)),
	CONSTRAINT "certificates_expiry" CHECK("certificates"."kind" <> 'trainer_certification' or "certificates"."expires_on" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_serial` ON `certificates` (`serial`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_one_valid` ON `certificates` (`registration_id`,`kind`) WHERE revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_replaces` ON `certificates` (`replaces_id`);--> statement-breakpoint
CREATE INDEX `certificates_registration` ON `certificates` (`registration_id`);--> statement-breakpoint
CREATE TABLE `course_facts` (
	`course_id` integer NOT NULL,
	`fact` text NOT NULL,
	`source` text NOT NULL,
	`note` text,
	PRIMARY KEY(`course_id`, `fact`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "course_facts_fact" CHECK("course_facts"."fact" in ('dates', 'place', 'headcount', 'tools', 'partners', 'language', 'length')),
	CONSTRAINT "course_facts_source" CHECK("course_facts"."source" in ('document', 'published', 'assumed'))
);
--> statement-breakpoint
CREATE TABLE `course_modules` (
	`course_id` integer NOT NULL,
	`module_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`course_id`, `module_id`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`module_id`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `course_questions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`course_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`required` integer DEFAULT false NOT NULL,
	`options` text NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "course_questions_kind" CHECK("course_questions"."kind" in ('text', 'yes_no', 'choice')),
	CONSTRAINT "course_questions_label" CHECK(json_valid("course_questions"."label")),
	CONSTRAINT "course_questions_options" CHECK(json_valid("course_questions"."options"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `course_questions_position` ON `course_questions` (`course_id`,`position`);--> statement-breakpoint
CREATE TABLE `course_trainers` (
	`course_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`course_id`, `person_id`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `course_trainers_person` ON `course_trainers` (`person_id`);--> statement-breakpoint
CREATE TABLE `courses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`programme_id` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`title_generated` integer DEFAULT true NOT NULL,
	`description` text,
	`search` text NOT NULL,
	`country` text NOT NULL,
	`place` text NOT NULL,
	`mode` text NOT NULL,
	`venue_id` integer,
	`zone` text NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`year` integer,
	`dates_note` text,
	`apply_by` text,
	`languages` text NOT NULL,
	`capacity` integer NOT NULL,
	`admission` text DEFAULT 'selection' NOT NULL,
	`counted_by` text DEFAULT 'people' NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`state_reason` text,
	`min_attendance` integer NOT NULL,
	`min_post_test` integer,
	`micro_teaching` integer NOT NULL,
	`costs` text,
	`signatories` text NOT NULL,
	`fictional` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "courses_kind" CHECK("courses"."kind" in ('tot', 'user')),
	CONSTRAINT "courses_mode" CHECK("courses"."mode" in ('venue', 'online')),
	CONSTRAINT "courses_state_known" CHECK("courses"."state" in ('draft', 'open', 'running', 'closed', 'cancelled')),
	CONSTRAINT "courses_admission" CHECK("courses"."admission" in ('first_come', 'selection')),
	CONSTRAINT "courses_counted_by" CHECK("courses"."counted_by" in ('people', 'numbers')),
	CONSTRAINT "courses_starts" CHECK("courses"."starts_on" is null or ("courses"."starts_on" = date("courses"."starts_on") and length("courses"."starts_on") = 10)),
	CONSTRAINT "courses_ends" CHECK("courses"."ends_on" is null or ("courses"."ends_on" = date("courses"."ends_on") and length("courses"."ends_on") = 10)),
	CONSTRAINT "courses_apply_by" CHECK("courses"."apply_by" is null or ("courses"."apply_by" = date("courses"."apply_by") and length("courses"."apply_by") = 10)),
	CONSTRAINT "courses_title" CHECK(json_valid("courses"."title")),
	CONSTRAINT "courses_languages" CHECK(json_valid("courses"."languages")),
	CONSTRAINT "courses_signatories" CHECK(json_valid("courses"."signatories")),
	CONSTRAINT "courses_dates" CHECK(("courses"."starts_on" is null) = ("courses"."ends_on" is null) and ("courses"."starts_on" is null or "courses"."ends_on" >= "courses"."starts_on")),
	CONSTRAINT "courses_apply_in_time" CHECK("courses"."apply_by" is null or "courses"."ends_on" is null or "courses"."apply_by" <= "courses"."ends_on"),
	CONSTRAINT "courses_planned" CHECK("courses"."state" not in ('open', 'running') or "courses"."starts_on" is not null),
	CONSTRAINT "courses_cancelled" CHECK("courses"."state" <> 'cancelled' or length(trim("courses"."state_reason")) > 0),
	CONSTRAINT "courses_capacity" CHECK("courses"."capacity" between 1 and 1000),
	CONSTRAINT "courses_attendance" CHECK("courses"."min_attendance" between 0 and 100),
	CONSTRAINT "courses_post_test" CHECK("courses"."min_post_test" is null or "courses"."min_post_test" between 1 and 100),
	CONSTRAINT "courses_year" CHECK("courses"."year" is null or "courses"."year" between 1950 and 2199)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `courses_slug` ON `courses` (`slug`);--> statement-breakpoint
CREATE INDEX `courses_state` ON `courses` (`state`,`starts_on`);--> statement-breakpoint
CREATE INDEX `courses_programme` ON `courses` (`programme_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `headcounts` (
	`course_id` integer NOT NULL,
	`measure` text NOT NULL,
	`grouping` text NOT NULL,
	`count` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`course_id`, `measure`, `grouping`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "headcounts_measure" CHECK("headcounts"."measure" in ('enrolled', 'attended', 'completed')),
	CONSTRAINT "headcounts_group" CHECK("headcounts"."grouping" in ('total', 'woman', 'man')),
	CONSTRAINT "headcounts_source" CHECK("headcounts"."source" in ('document', 'published', 'assumed')),
	CONSTRAINT "headcounts_count" CHECK("headcounts"."count" between 0 and 100000)
);
--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`venue_id` integer NOT NULL,
	`name` text NOT NULL,
	`seats` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "rooms_seats" CHECK("rooms"."seats" is null or "rooms"."seats" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_name` ON `rooms` (`venue_id`,`name`);--> statement-breakpoint
CREATE TABLE `session_trainers` (
	`session_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`session_id`, `person_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_trainers_person` ON `session_trainers` (`person_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`course_id` integer NOT NULL,
	`kind` text NOT NULL,
	`module_id` integer,
	`activity_id` integer,
	`title` text,
	`day` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`zone` text NOT NULL,
	`start_instant` integer NOT NULL,
	`end_instant` integer NOT NULL,
	`minutes` integer NOT NULL,
	`room_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`module_id`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_kind" CHECK("sessions"."kind" in ('module', 'opening', 'field_visit', 'micro_teaching', 'test', 'closing', 'other')),
	CONSTRAINT "sessions_day" CHECK("sessions"."day" is null or ("sessions"."day" = date("sessions"."day") and length("sessions"."day") = 10)),
	CONSTRAINT "sessions_starts" CHECK("sessions"."starts_at" = strftime('%H:%M', "sessions"."starts_at")),
	CONSTRAINT "sessions_ends" CHECK("sessions"."ends_at" = strftime('%H:%M', "sessions"."ends_at")),
	CONSTRAINT "sessions_order" CHECK("sessions"."ends_at" > "sessions"."starts_at" and "sessions"."end_instant" > "sessions"."start_instant"),
	CONSTRAINT "sessions_minutes" CHECK("sessions"."minutes" > 0),
	CONSTRAINT "sessions_module" CHECK("sessions"."kind" <> 'module' or "sessions"."module_id" is not null)
);
--> statement-breakpoint
CREATE INDEX `sessions_course` ON `sessions` (`course_id`,`start_instant`);--> statement-breakpoint
CREATE INDEX `sessions_start` ON `sessions` (`start_instant`);--> statement-breakpoint
CREATE TABLE `venues` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`place` text NOT NULL,
	`address` text,
	`step_free` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "venues_name" CHECK(length(trim("venues"."name")) > 0 and length("venues"."name") <= 200)
);
--> statement-breakpoint
CREATE TABLE `activities` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`module_id` integer NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	FOREIGN KEY (`module_id`) REFERENCES `modules`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "activities_title" CHECK(json_valid("activities"."title")),
	CONSTRAINT "activities_minutes" CHECK("activities"."minutes" between 5 and 6000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activities_position` ON `activities` (`module_id`,`position`);--> statement-breakpoint
CREATE TABLE `modules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tool_version_id` integer NOT NULL,
	`position` integer NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	FOREIGN KEY (`tool_version_id`) REFERENCES `tool_versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "modules_title" CHECK(json_valid("modules"."title")),
	CONSTRAINT "modules_minutes" CHECK("modules"."minutes" between 15 and 6000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `modules_position` ON `modules` (`tool_version_id`,`position`);--> statement-breakpoint
CREATE TABLE `tool_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tool_id` integer NOT NULL,
	`label` text NOT NULL,
	`country` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`tool_id`) REFERENCES `tools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tool_versions_label_filled" CHECK(length(trim("tool_versions"."label")) > 0 and length("tool_versions"."label") <= 60)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tool_versions_label` ON `tool_versions` (`tool_id`,`label`,`country`);--> statement-breakpoint
CREATE TABLE `tools` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`audience` text NOT NULL,
	`manual_url` text,
	`programme_id` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tools_code_filled" CHECK(length(trim("tools"."code")) > 0 and length("tools"."code") <= 60),
	CONSTRAINT "tools_title" CHECK(json_valid("tools"."title")),
	CONSTRAINT "tools_description" CHECK(json_valid("tools"."description")),
	CONSTRAINT "tools_audience" CHECK(json_valid("tools"."audience")),
	CONSTRAINT "tools_manual" CHECK("tools"."manual_url" is null or "tools"."manual_url" like 'https://%')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tools_code` ON `tools` (`code`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by_person_id` integer,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer,
	`detail` text NOT NULL,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`,`subject_id`,`id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`run_after` integer NOT NULL,
	`leased_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`done_at`,`run_after`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`email` text,
	`phone` text,
	`password_hash` text,
	`is_administrator` integer DEFAULT false NOT NULL,
	`session_version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`last_sign_in_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accounts_reachable" CHECK("accounts"."email" is not null or "accounts"."phone" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_person` ON `accounts` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email` ON `accounts` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_phone` ON `accounts` (`phone`);--> statement-breakpoint
CREATE TABLE `identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`account_id` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_subject` ON `identities` (`issuer`,`subject`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`sector` text,
	`country` text,
	`place` text,
	`state` text,
	`women_members` integer,
	`men_members` integer,
	`fictional` integer DEFAULT false NOT NULL,
	CONSTRAINT "organisations_name" CHECK(length(trim("organisations"."name")) > 0 and length("organisations"."name") <= 200),
	CONSTRAINT "organisations_kind" CHECK("organisations"."kind" in ('cooperative', 'union', 'ministry', 'agency', 'ngo', 'enterprise', 'training', 'other')),
	CONSTRAINT "organisations_state" CHECK("organisations"."state" is null or "organisations"."kind" in ('cooperative', 'union')),
	CONSTRAINT "organisations_members" CHECK(coalesce("organisations"."women_members", 0) >= 0 and coalesce("organisations"."men_members", 0) >= 0)
);
--> statement-breakpoint
CREATE TABLE `persons` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`latin_name` text,
	`search` text NOT NULL,
	`email` text,
	`phone` text,
	`language` text NOT NULL,
	`organisation_id` integer,
	`position` text,
	`country` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`fictional` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "persons_name_filled" CHECK(length(trim("persons"."name")) > 0 and length("persons"."name") <= 200),
	CONSTRAINT "persons_language" CHECK("persons"."language" in ('en', 'fr', 'ar')),
	CONSTRAINT "persons_phone_e164" CHECK("persons"."phone" is null or "persons"."phone" glob '+[1-9]*'),
	CONSTRAINT "persons_email_small" CHECK("persons"."email" is null or ("persons"."email" = lower("persons"."email") and "persons"."email" like '%_@_%'))
);
--> statement-breakpoint
CREATE INDEX `persons_email` ON `persons` (`email`);--> statement-breakpoint
CREATE INDEX `persons_phone` ON `persons` (`phone`);--> statement-breakpoint
CREATE INDEX `persons_name` ON `persons` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `sensitive_facts` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `countries` (
	`code` text PRIMARY KEY NOT NULL,
	`zone` text NOT NULL,
	`weekend` text NOT NULL,
	CONSTRAINT "countries_weekend" CHECK(json_valid("countries"."weekend"))
);
--> statement-breakpoint
CREATE TABLE `holidays` (
	`country` text NOT NULL,
	`day` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`country`, `day`),
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "holidays_day" CHECK("holidays"."day" is null or ("holidays"."day" = date("holidays"."day") and length("holidays"."day") = 10)),
	CONSTRAINT "holidays_name" CHECK(length(trim("holidays"."name")) > 0 and length("holidays"."name") <= 200)
);
--> statement-breakpoint
CREATE TABLE `programme_countries` (
	`programme_id` integer NOT NULL,
	`country` text NOT NULL,
	PRIMARY KEY(`programme_id`, `country`),
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`country`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `programme_members` (
	`programme_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`role` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`programme_id`, `person_id`, `role`),
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_members_role" CHECK("programme_members"."role" in ('coordinator', 'trainer'))
);
--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`donor` text,
	`partners` text,
	`starts_on` text,
	`ends_on` text,
	`issuer` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "programmes_code_filled" CHECK(length(trim("programmes"."code")) > 0 and length("programmes"."code") <= 60),
	CONSTRAINT "programmes_title" CHECK(json_valid("programmes"."title")),
	CONSTRAINT "programmes_starts" CHECK("programmes"."starts_on" is null or ("programmes"."starts_on" = date("programmes"."starts_on") and length("programmes"."starts_on") = 10)),
	CONSTRAINT "programmes_ends" CHECK("programmes"."ends_on" is null or ("programmes"."ends_on" = date("programmes"."ends_on") and length("programmes"."ends_on") = 10))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programmes_code` ON `programmes` (`code`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`registration_id` integer NOT NULL,
	`kind` text NOT NULL,
	`score` integer NOT NULL,
	`entered_by` integer,
	`entered_at` integer NOT NULL,
	PRIMARY KEY(`registration_id`, `kind`),
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessments_kind" CHECK("assessments"."kind" in ('pre_test', 'post_test', 'micro_teaching')),
	CONSTRAINT "assessments_score" CHECK("assessments"."score" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE `attendance` (
	`session_id` integer NOT NULL,
	`registration_id` integer NOT NULL,
	`state` text NOT NULL,
	`minutes` integer NOT NULL,
	`entered_by` integer,
	`entered_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `registration_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendance_state" CHECK("attendance"."state" in ('present', 'late', 'excused', 'absent')),
	CONSTRAINT "attendance_minutes" CHECK("attendance"."minutes" >= 0 and ("attendance"."state" in ('present', 'late') or "attendance"."minutes" = 0))
);
--> statement-breakpoint
CREATE INDEX `attendance_registration` ON `attendance` (`registration_id`);--> statement-breakpoint
CREATE TABLE `registration_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`registration_id` integer NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`reason` text,
	`by_person_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`registration_id`) REFERENCES `registrations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "registration_changes_to" CHECK("registration_changes"."to_state" in ('nominated', 'applied', 'shortlisted', 'accepted', 'waiting', 'declined', 'withdrawn', 'attended', 'no_show'))
);
--> statement-breakpoint
CREATE INDEX `registration_changes_registration` ON `registration_changes` (`registration_id`,`id`);--> statement-breakpoint
CREATE TABLE `registrations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token` text NOT NULL,
	`number` integer NOT NULL,
	`course_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`state` text NOT NULL,
	`waiting_number` integer,
	`source` text NOT NULL,
	`answers` text NOT NULL,
	`needs` text,
	`consent_version` text,
	`consent_language` text,
	`consent_at` integer,
	`photo_consent` integer DEFAULT false NOT NULL,
	`form_key` text NOT NULL,
	`registered_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "registrations_state_known" CHECK("registrations"."state" in ('nominated', 'applied', 'shortlisted', 'accepted', 'waiting', 'declined', 'withdrawn', 'attended', 'no_show')),
	CONSTRAINT "registrations_source" CHECK("registrations"."source" in ('self', 'coordinator')),
	CONSTRAINT "registrations_answers" CHECK(json_valid("registrations"."answers")),
	CONSTRAINT "registrations_waiting_state" CHECK(("registrations"."state" = 'waiting') = ("registrations"."waiting_number" is not null)),
	CONSTRAINT "registrations_consent" CHECK("registrations"."source" <> 'self' or "registrations"."consent_at" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_token` ON `registrations` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_number` ON `registrations` (`course_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_person` ON `registrations` (`course_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_waiting` ON `registrations` (`course_id`,`waiting_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_form` ON `registrations` (`course_id`,`form_key`);--> statement-breakpoint
CREATE INDEX `registrations_by_person` ON `registrations` (`person_id`);--> statement-breakpoint
CREATE INDEX `registrations_state` ON `registrations` (`course_id`,`state`);