-- Tables are rebuilt next, and a rebuilt table loses its triggers: 0004 sets all of them again.
DROP TRIGGER registrations_capacity_insert;
--> statement-breakpoint
DROP TRIGGER registrations_capacity_update;
--> statement-breakpoint
DROP TRIGGER registrations_fixed;
--> statement-breakpoint
DROP TRIGGER registration_changes_kept;
--> statement-breakpoint
DROP TRIGGER registration_changes_not_deleted;
--> statement-breakpoint
DROP TRIGGER audit_log_kept;
--> statement-breakpoint
DROP TRIGGER audit_log_not_deleted;
--> statement-breakpoint
DROP TRIGGER certificates_fixed;
--> statement-breakpoint
DROP TRIGGER certificates_not_deleted;
--> statement-breakpoint
DROP TRIGGER attendance_same_course;
--> statement-breakpoint
DROP TRIGGER attendance_fixed;
--> statement-breakpoint
DROP TRIGGER sessions_within_course_insert;
--> statement-breakpoint
DROP TRIGGER sessions_within_course_update;
--> statement-breakpoint
DROP TRIGGER courses_around_sessions;
--> statement-breakpoint
DROP TRIGGER session_trainers_one_place;
--> statement-breakpoint
DROP TRIGGER sessions_trainers_one_place;
