/** Tests that fail with Debian's own OpenStack, each with the reason. */
export const KNOWN_FAILURES: ReadonlyMap<string, string> = new Map([
  [
    'tempest.api.identity.admin.v3.test_application_credentials.ApplicationCredentialsV3AdminTest.test_create_application_credential_with_roles',
    "Keystone's cache: a role that was granted appears in the assignments only after a while. Passes without the cache, which makes Keystone ten times slower.",
  ],
  [
    'tempest.api.identity.admin.v3.test_credentials.CredentialsTestJSON.test_credentials_create_get_update_delete',
    "The request schema of Debian's Keystone refuses the properties that this test of Tempest 33 sends (400).",
  ],
])
