-- Policies whose expressions ask other tables: the names follow what becomes of the tables.
CREATE SCHEMA app;
CREATE TYPE app.role AS ENUM ('reader', 'owner');
SET search_path = app;
CREATE TABLE documents (id bigint PRIMARY KEY, team_id bigint NOT NULL, title text);
CREATE TABLE members (team_id bigint, who text, role app.role, PRIMARY KEY (team_id, who));
CREATE FUNCTION me() RETURNS text LANGUAGE sql STABLE AS 'SELECT current_user::text';
CREATE POLICY of_members ON documents USING (
    team_id IN (SELECT team_id FROM members WHERE who = me())
);
CREATE POLICY of_owners ON documents FOR UPDATE
    USING (EXISTS (SELECT 1 FROM members m WHERE m.team_id = documents.team_id AND m.role = 'owner'))
    WITH CHECK (EXISTS (
        SELECT 1 FROM members WHERE members.team_id = documents.team_id AND members.who = current_user));
CREATE POLICY titled ON documents AS RESTRICTIVE FOR SELECT USING (title IS NOT NULL -- drafts have none
);
ALTER TABLE members RENAME TO memberships;
ALTER TABLE memberships RENAME COLUMN who TO member;
ALTER TABLE documents RENAME COLUMN team_id TO team;
ALTER FUNCTION me() RENAME TO myself;
ALTER TABLE memberships SET SCHEMA public;
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
