-- The framework's list of background work and when it is due (db-scheduler). It holds names and
-- times, never data about anybody.

CREATE TABLE platform.scheduled_tasks (
    task_name             text NOT NULL,
    task_instance         text NOT NULL,
    task_data             bytea,
    execution_time        timestamptz NOT NULL,
    picked                boolean NOT NULL,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  int,
    last_heartbeat        timestamptz,
    version               bigint NOT NULL,
    priority              smallint,
    PRIMARY KEY (task_name, task_instance)
);
COMMENT ON TABLE platform.scheduled_tasks IS
    'Background work and when it is due; names and times only. Retention: while the work exists.';
CREATE INDEX scheduled_tasks_due ON platform.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON platform.scheduled_tasks (last_heartbeat);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.scheduled_tasks TO diogel_platform;
