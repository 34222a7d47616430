-- Somebody gets another task: an administrator changes roles and profession, never her own. The policy
-- administrators_change_others says who; the table says which roles exclude each other.

GRANT UPDATE (roles, profession) ON account.account TO diogel_app;
