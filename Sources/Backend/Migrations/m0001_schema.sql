-- min_release: 0.1.0
-- The schema of ScaiDNS (docs: operations.md 3). Ids are BINARY(16) (UUIDv7), times DATETIME(6) in UTC.
-- ascii_bin: DNS names, ScaiKey ids and fixed words. utf8mb4_bin: contents and comments. utf8mb4_unicode_ci: people's words.

CREATE TABLE partners (
    id BINARY(16) NOT NULL PRIMARY KEY,
    scaikey_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    slug VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    status VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seen_at DATETIME(6) NOT NULL,
    deleted_at DATETIME(6) NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY partners_scaikey_id (scaikey_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE tenants (
    id BINARY(16) NOT NULL PRIMARY KEY,
    scaikey_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    partner_id BINARY(16) NULL,
    name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    slug VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    status VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ACTIVE, or what ScaiKey says',
    settings JSON NOT NULL,
    seen_at DATETIME(6) NOT NULL,
    deleted_at DATETIME(6) NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    UNIQUE KEY tenants_scaikey_id (scaikey_id),
    UNIQUE KEY tenants_slug (slug)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE users (
    id BINARY(16) NOT NULL PRIMARY KEY,
    scaikey_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    email VARCHAR(320) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    status VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ACTIVE, or what ScaiKey says',
    seen_at DATETIME(6) NOT NULL,
    deleted_at DATETIME(6) NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY users_scaikey_id (scaikey_id),
    KEY users_email (email),
    KEY users_tenant (tenant_id, status),
    CONSTRAINT users_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `groups` (
    id BINARY(16) NOT NULL PRIMARY KEY,
    scaikey_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    description TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    group_type VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seen_at DATETIME(6) NOT NULL,
    deleted_at DATETIME(6) NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY groups_scaikey_id (scaikey_id),
    KEY groups_tenant (tenant_id),
    CONSTRAINT groups_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE group_members (
    group_id BINARY(16) NOT NULL,
    member_type VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'user, group',
    member_id BINARY(16) NOT NULL,
    seen_at DATETIME(6) NOT NULL,
    PRIMARY KEY (group_id, member_type, member_id),
    KEY group_members_member (member_type, member_id),
    CONSTRAINT members_of_group FOREIGN KEY (group_id) REFERENCES `groups` (id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE roles (
    id BINARY(16) NOT NULL PRIMARY KEY,
    tenant_id BINARY(16) NULL COMMENT 'NULL: a system role',
    name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    description TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    tenant_key BINARY(16) AS (IFNULL(tenant_id, UNHEX(REPEAT('00', 16)))) VIRTUAL,
    UNIQUE KEY roles_name (tenant_key, name)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE role_permissions (
    role_id BINARY(16) NOT NULL,
    permission VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (role_id, permission),
    CONSTRAINT permissions_of_role FOREIGN KEY (role_id) REFERENCES roles (id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE assignments (
    id BINARY(16) NOT NULL PRIMARY KEY,
    role_id BINARY(16) NOT NULL,
    principal_type VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'user, group',
    principal_id BINARY(16) NOT NULL,
    scope_type VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'platform, tenant, domain',
    scope_id BINARY(16) NOT NULL COMMENT 'all zeros at platform scope',
    created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY assignments_once (role_id, principal_type, principal_id, scope_type, scope_id),
    KEY assignments_principal (principal_type, principal_id),
    KEY assignments_scope (scope_type, scope_id),
    CONSTRAINT assignments_of_role FOREIGN KEY (role_id) REFERENCES roles (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE domains (
    id BINARY(16) NOT NULL PRIMARY KEY,
    tenant_id BINARY(16) NOT NULL,
    name VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'primary, secondary, reverse_ipv4, reverse_ipv6',
    status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'pending_validation, active, inactive, deleted',
    status_before VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of a deleted zone',
    default_ttl INT UNSIGNED NOT NULL,
    description TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    settings JSON NOT NULL,
    cidr VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    primaries JSON NULL,
    tsig_key_id BINARY(16) NULL,
    proof VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'check, parent, bypass: how the name is held',
    dnssec_status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'disabled',
    ds_at_parent VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    delegation VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    serial BIGINT NULL COMMENT 'the highest serial seen in PowerDNS',
    record_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'without system records',
    created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    deleted_at DATETIME(6) NULL,
    claim VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin AS (IF(status IN ('active', 'inactive'), name, NULL)) VIRTUAL
        COMMENT 'one holder of a name over all tenants',
    live_name VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin AS (IF(status = 'deleted', NULL, name)) VIRTUAL
        COMMENT 'one live zone of a name in a tenant',
    UNIQUE KEY domains_claim (claim),
    UNIQUE KEY domains_live_name (tenant_id, live_name),
    KEY domains_name (name),
    KEY domains_tenant_name (tenant_id, name, id),
    KEY domains_tenant_status (tenant_id, status, name),
    KEY domains_tenant_created (tenant_id, created_at, id),
    KEY domains_tenant_updated (tenant_id, updated_at, id),
    CONSTRAINT domains_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE records (
    id BINARY(16) NOT NULL PRIMARY KEY,
    domain_id BINARY(16) NOT NULL,
    name VARCHAR(1004) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'full, without the trailing dot',
    type VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'canonical presentation format',
    content_sha256 BINARY(32) NOT NULL,
    ttl INT UNSIGNED NOT NULL,
    disabled BOOLEAN NOT NULL DEFAULT FALSE,
    `system` BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'SOA and apex NS',
    comment TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    UNIQUE KEY records_once (domain_id, name, type, content_sha256),
    KEY records_type (domain_id, type, name(200)),
    CONSTRAINT records_of_domain FOREIGN KEY (domain_id) REFERENCES domains (id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE validations (
    id BINARY(16) NOT NULL PRIMARY KEY,
    domain_id BINARY(16) NOT NULL,
    type VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'txt_record',
    token CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
        COMMENT 'pending, verifying, failed, validated, expired, cancelled',
    expires_at DATETIME(6) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    last_checked_at DATETIME(6) NULL,
    next_check_at DATETIME(6) NULL COMMENT 'NULL: not to be checked again',
    attempts INT UNSIGNED NOT NULL DEFAULT 0,
    last_message TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    KEY validations_domain (domain_id, created_at),
    KEY validations_due (next_check_at),
    CONSTRAINT validations_of_domain FOREIGN KEY (domain_id) REFERENCES domains (id) ON DELETE CASCADE
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE grants (
    id BINARY(16) NOT NULL PRIMARY KEY,
    domain_id BINARY(16) NOT NULL,
    principal_type VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'user, group',
    principal_id BINARY(16) NOT NULL,
    role_id BINARY(16) NOT NULL,
    record_pattern VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    record_types JSON NULL,
    expires_at DATETIME(6) NULL,
    notes TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    UNIQUE KEY grants_once (role_id, principal_type, principal_id, domain_id),
    KEY grants_principal (principal_type, principal_id),
    KEY grants_domain (domain_id),
    CONSTRAINT grants_of_domain FOREIGN KEY (domain_id) REFERENCES domains (id) ON DELETE CASCADE,
    CONSTRAINT grants_of_role FOREIGN KEY (role_id) REFERENCES roles (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE api_keys (
    id BINARY(16) NOT NULL PRIMARY KEY,
    tenant_id BINARY(16) NOT NULL,
    name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    description TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    digest BINARY(32) NOT NULL COMMENT 'HMAC-SHA256 of the key with API_KEY_PEPPER',
    key_prefix CHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'active, revoked',
    source_type VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'user, group',
    source_id BINARY(16) NOT NULL,
    scopes JSON NOT NULL,
    rate_limit INT UNSIGNED NULL COMMENT 'a minute',
    ip_whitelist JSON NOT NULL,
    expires_at DATETIME(6) NULL,
    last_used_at DATETIME(6) NULL,
    last_used_ip VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NULL,
    use_count BIGINT UNSIGNED NOT NULL DEFAULT 0,
    created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY api_keys_digest (digest),
    KEY api_keys_tenant (tenant_id, created_at),
    KEY api_keys_source (source_type, source_id),
    CONSTRAINT api_keys_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What follows outlives the zones it tells of: no foreign keys.
CREATE TABLE changes (
    id BINARY(16) NOT NULL PRIMARY KEY,
    domain_id BINARY(16) NOT NULL,
    revision BIGINT NOT NULL COMMENT 'of the zone, after the change',
    kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_type VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    message TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    created INT UNSIGNED NOT NULL,
    updated INT UNSIGNED NOT NULL,
    deleted INT UNSIGNED NOT NULL,
    state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'applied, failed, undone',
    error TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'what PowerDNS said',
    serial BIGINT NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY changes_revision (domain_id, revision)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE change_items (
    change_id BINARY(16) NOT NULL,
    n INT UNSIGNED NOT NULL,
    record_id BINARY(16) NOT NULL,
    `before` JSON NULL,
    `after` JSON NULL,
    PRIMARY KEY (change_id, n),
    KEY change_items_record (record_id)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE outbox (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    domain_id BINARY(16) NOT NULL COMMENT 'no foreign key: the row that deletes a zone in PowerDNS outlives it',
    change_id BINARY(16) NULL,
    op VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'zone, set, delete',
    name VARCHAR(1004) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the set; of the zone for zone and delete',
    type VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    attempts INT UNSIGNED NOT NULL DEFAULT 0,
    error TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    parked BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'PowerDNS refuses it: not sent until opened again',
    created_at DATETIME(6) NOT NULL,
    KEY outbox_domain (domain_id, parked, id),
    KEY outbox_set (domain_id, name(200), type)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE zone_push (
    domain_id BINARY(16) NOT NULL PRIMARY KEY,
    holder VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    epoch BIGINT UNSIGNED NOT NULL DEFAULT 0,
    until DATETIME(6) NULL COMMENT 'after the deadline of the call on the wire',
    verify BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the outcome of the last call is not known',
    attempts INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'failed in a row',
    next_at DATETIME(6) NULL COMMENT 'not pushed by the worker before',
    last_error TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    KEY zone_push_next (next_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE jobs (
    id BINARY(16) NOT NULL PRIMARY KEY,
    kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dedup_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    args JSON NOT NULL,
    tenant_id BINARY(16) NULL,
    author_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    run_at DATETIME(6) NOT NULL,
    lease_owner VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    lease_until DATETIME(6) NULL,
    attempts INT UNSIGNED NOT NULL DEFAULT 0,
    last_error TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'queued, running, done, parked',
    created_at DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NULL,
    UNIQUE KEY jobs_dedup (dedup_key),
    KEY jobs_due (state, run_at),
    KEY jobs_tenant (tenant_id, created_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE events (
    id BINARY(16) NOT NULL PRIMARY KEY,
    seq BIGINT NULL COMMENT 'given after the commit',
    type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    domain_id BINARY(16) NULL,
    domain_name VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    resource_type VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    resource_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    change_id BINARY(16) NULL,
    actor JSON NOT NULL,
    data JSON NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY events_seq (seq),
    KEY events_created (created_at)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE audit_logs (
    id BINARY(16) NOT NULL PRIMARY KEY,
    seq BIGINT NULL COMMENT 'given after the commit',
    seal BINARY(32) NULL,
    tenant_id BINARY(16) NULL,
    actor_type VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'user, api_key, system, webhook',
    actor_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_email VARCHAR(320) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL,
    action VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    resource_type VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    resource_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    resource_name VARCHAR(1100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    details JSON NOT NULL,
    ip_address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NULL,
    user_agent VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    request_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    change_id BINARY(16) NULL,
    timestamp DATETIME(6) NOT NULL,
    UNIQUE KEY audit_logs_seq (seq),
    KEY audit_logs_tenant (tenant_id, timestamp),
    KEY audit_logs_actor (actor_id, timestamp),
    KEY audit_logs_resource (resource_type, resource_id, timestamp),
    KEY audit_logs_action (action, timestamp)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE guards (
    name VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE config (
    `key` VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    value TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    updated_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    updated_at DATETIME(6) NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The system roles (domain.md 6); the last two digits of their ids number them.
INSERT INTO roles (id, tenant_id, name, description, created_at, updated_at) VALUES
    (UNHEX('00000000000070008000000000000001'), NULL, 'platform_admin', 'Everything, in every tenant', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)),
    (UNHEX('00000000000070008000000000000002'), NULL, 'tenant_admin', 'Everything in a tenant', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)),
    (UNHEX('00000000000070008000000000000003'), NULL, 'domain_admin', 'Everything in a zone', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)),
    (UNHEX('00000000000070008000000000000004'), NULL, 'domain_manager', 'The records of a zone', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)),
    (UNHEX('00000000000070008000000000000005'), NULL, 'record_editor', 'Adds and changes records', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)),
    (UNHEX('00000000000070008000000000000006'), NULL, 'read_only', 'Looks at everything in its scope', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)),
    (UNHEX('00000000000070008000000000000007'), NULL, 'validation_bypass', 'Creates zones without a proof', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));

INSERT INTO role_permissions (role_id, permission) VALUES
    (UNHEX('00000000000070008000000000000001'), '*'),
    (UNHEX('00000000000070008000000000000002'), 'domains:*'),
    (UNHEX('00000000000070008000000000000002'), 'records:*'),
    (UNHEX('00000000000070008000000000000002'), 'dnssec:*'),
    (UNHEX('00000000000070008000000000000002'), 'access_grants:*'),
    (UNHEX('00000000000070008000000000000002'), 'templates:*'),
    (UNHEX('00000000000070008000000000000002'), 'roles:*'),
    (UNHEX('00000000000070008000000000000002'), 'api_keys:*'),
    (UNHEX('00000000000070008000000000000002'), 'users:*'),
    (UNHEX('00000000000070008000000000000002'), 'groups:*'),
    (UNHEX('00000000000070008000000000000002'), 'audit:*'),
    (UNHEX('00000000000070008000000000000002'), 'jobs:*'),
    (UNHEX('00000000000070008000000000000003'), 'domains:read'),
    (UNHEX('00000000000070008000000000000003'), 'domains:update'),
    (UNHEX('00000000000070008000000000000003'), 'domains:delete'),
    (UNHEX('00000000000070008000000000000003'), 'records:*'),
    (UNHEX('00000000000070008000000000000003'), 'dnssec:*'),
    (UNHEX('00000000000070008000000000000003'), 'access_grants:*'),
    (UNHEX('00000000000070008000000000000003'), 'templates:read'),
    (UNHEX('00000000000070008000000000000004'), 'domains:read'),
    (UNHEX('00000000000070008000000000000004'), 'records:*'),
    (UNHEX('00000000000070008000000000000004'), 'dnssec:read'),
    (UNHEX('00000000000070008000000000000004'), 'templates:read'),
    (UNHEX('00000000000070008000000000000005'), 'domains:read'),
    (UNHEX('00000000000070008000000000000005'), 'records:read'),
    (UNHEX('00000000000070008000000000000005'), 'records:create'),
    (UNHEX('00000000000070008000000000000005'), 'records:update'),
    (UNHEX('00000000000070008000000000000006'), '*:read'),
    (UNHEX('00000000000070008000000000000007'), 'domains:create'),
    (UNHEX('00000000000070008000000000000007'), 'validation_bypass');
