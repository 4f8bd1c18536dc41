-- Certificates that wait, and names that cannot be printed, stay due until that is done, also of courses that ended long ago.
UPDATE `due` SET `due_until` = NULL WHERE `kind` IN ('certify', 'mend_names');
