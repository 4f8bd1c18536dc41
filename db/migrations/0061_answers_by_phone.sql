-- Who entered an answer that a trainer gave by telephone or in person.
ALTER TABLE `trainer_requests` ADD `answered_by` integer REFERENCES persons(id);
