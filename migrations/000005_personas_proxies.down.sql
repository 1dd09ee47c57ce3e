-- Removes personas, proxies, pools and memberships, and their types.

DROP TABLE proxy_pool_memberships;
DROP TABLE proxy_pools;
DROP TABLE proxies;
DROP TABLE personas;

DROP TYPE rotation_strategy_enum;
DROP TYPE proxy_health_enum;
DROP TYPE proxy_protocol_enum;
DROP TYPE persona_type_enum;
