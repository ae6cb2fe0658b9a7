import { nearest } from '../../../../platform/nearest.js'
import type { Problem, Rule } from '../../../engine/rule.js'
import { AUTH_KEYS, AUTH_TYPES, CLOUD_KEYS, MEANT_AUTH_TYPES, OLD_AUTH_NAMES } from '../../../readers/clouds/auth-types.js'
import { authSetting, authTypeOf, type Cloud, type Clouds, type Setting } from '../../../readers/clouds/cloud.js'
import { CLOUDS } from './example.js'

const SECRETS = ['password', 'token', 'application_credential_secret', 'client_secret', 'passcode']

export const passwordInClouds: Rule<Clouds> = {
  id: 'clouds/password-in-clouds',
  severity: 'warning',
  summary: 'a password stands in clouds.yaml',
  help: 'clouds.yaml says how to reach a cloud and is meant to be shared; secure.yaml beside it, or in ~/.config/openstack, holds the passwords and is merged over it. Move the password there, and keep that file encrypted or out of the repository.',
  example: {
    bad: CLOUDS.replace('username: operator', 'username: operator\n      password: k8sVd2Lq'),
    good: CLOUDS,
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      for (const key of SECRETS) {
        const secret = authSetting(cloud, key)
        if (!secret?.text || secret.isSecure) continue
        yield {
          file: secret.file,
          range: secret.node.range,
          message: `The ${key} of the cloud "${cloud.name}" stands in clouds.yaml.`,
          help: 'Move it to secure.yaml, under the same keys.',
        }
      }
    }
  },
}

export const unknownAuthType: Rule<Clouds> = {
  id: 'clouds/unknown-auth-type',
  severity: 'error',
  summary: 'an auth_type is misspelled',
  help: 'auth_type names the plugin of keystoneauth that logs in. When there is none of that name, nothing connects to the cloud: "The plugin … could not be found". Names that are like none of the known ones may come from another package and are left alone.',
  example: {
    bad: CLOUDS.replace('    auth:', '    auth_type: v3pasword\n    auth:'),
    good: CLOUDS.replace('    auth:', '    auth_type: v3password\n    auth:'),
  },
  *check({ clouds }) {
    for (const { settings } of clouds) {
      const type = settings.get('auth_type') ?? settings.get('auth_plugin')
      if (!type?.text || AUTH_TYPES.has(type.text)) continue
      const near = MEANT_AUTH_TYPES.get(type.text.toLowerCase()) ?? nearest(type.text, AUTH_TYPES)
      if (near === undefined) continue
      yield {
        file: type.file,
        range: type.node.range,
        message: `There is no auth_type "${type.text}".`,
        help: `Did you mean "${near}"?`,
      }
    }
  },
}

export const unknownAuthKey: Rule<Clouds> = {
  id: 'clouds/unknown-auth-key',
  severity: 'error',
  summary: 'auth holds a key that its auth_type does not take',
  help: 'openstacksdk hands everything in auth to the plugin of keystoneauth, which stops at a key that it does not know (TypeError: unexpected keyword argument). Settings of the cloud itself, such as region_name or verify, stand beside auth; application credentials need `auth_type: v3applicationcredential`.',
  example: {
    bad: CLOUDS.replace('      username: operator', '      usrname: operator'),
    good: CLOUDS,
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const type = authTypeOf(cloud)
      const known = type === undefined ? undefined : AUTH_KEYS.get(type)
      if (!known || type === undefined || cloud.oddity) continue
      for (const setting of cloud.auth.values()) {
        const { key, file, keyRange } = setting
        if (known.has(key) || OLD_AUTH_NAMES.has(key) || key.includes('{')) continue
        yield {
          file,
          range: keyRange,
          message: `The auth of the cloud "${cloud.name}" has the key "${key}", which ${withType(cloud, type)} does not take.`,
          help: hintFor(key, known),
        }
      }
    }
  },
}

function withType({ settings }: Cloud, type: string): string {
  return settings.has('auth_type') ? `auth_type ${type}` : `the default auth_type ${type}`
}

function hintFor(key: string, known: ReadonlySet<string>): string {
  const type = [...AUTH_KEYS].find(([, keys]) => keys.has(key))?.[0]
  if (key.startsWith('application_credential') && type) return `Set \`auth_type: ${type}\`.`
  if (CLOUD_KEYS.has(key)) return 'Move it out of auth, to the keys of the cloud.'
  const near = nearest(key, known)
  if (near) return `Did you mean "${near}"?`
  return type ? `Set \`auth_type: ${type}\`, or remove it.` : 'Remove it.'
}

const APPLICATION_CREDENTIAL = `clouds:
  production:
    auth_type: v3applicationcredential
    auth:
      auth_url: https://keystone.example.com:5000/v3
      application_credential_id: 8d3f1c
    region_name: region-one
`

export const applicationCredentialScope: Rule<Clouds> = {
  id: 'clouds/application-credential-scope',
  severity: 'error',
  summary: 'an application credential together with a project',
  help: 'An application credential belongs to one project, and Keystone refuses a login that asks for a scope besides: "Application credentials cannot request a scope". Remove project, domain and system_scope; they often stay behind when a password is replaced.',
  example: {
    bad: APPLICATION_CREDENTIAL.replace('id: 8d3f1c', 'id: 8d3f1c\n      project_id: 5b1e'),
    good: APPLICATION_CREDENTIAL,
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      if (authTypeOf(cloud) !== 'v3applicationcredential') continue
      const scope = authSetting(
        cloud,
        'project_id',
        'project_name',
        'tenant_id',
        'tenant_name',
        'system_scope',
        'trust_id',
      )
      if (!scope) continue
      yield {
        file: scope.file,
        range: scope.keyRange,
        message: `The cloud "${cloud.name}" has an application credential and ${scope.key}: Keystone refuses the login.`,
        help: `Remove ${scope.key}.`,
      }
    }
  },
}

export const severalScopes: Rule<Clouds> = {
  id: 'clouds/several-scopes',
  severity: 'error',
  summary: 'a login asks for a project and for a trust or the system',
  help: 'A token is for one project, one domain, one trust or the system. keystoneauth refuses a trust beside a project. Beside system_scope its older releases take the project and never ask for the system, and the newer ones refuse that, too; it is a warning.',
  example: {
    bad: CLOUDS.replace('username: operator', 'username: operator\n      trust_id: 5b1e'),
    good: CLOUDS,
  },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const project = authSetting(cloud, 'project_id', 'project_name', 'tenant_id', 'tenant_name')
      if (!project || authTypeOf(cloud) === 'v3applicationcredential') continue
      const trust = authSetting(cloud, 'trust_id')
      if (trust) yield scopes(cloud, trust, `has a trust and ${project.key}: the login is refused`)
      const system = authSetting(cloud, 'system_scope')
      if (!system) continue
      const problem = scopes(
        cloud,
        system,
        `has system_scope and ${project.key}, which is ignored or refused`,
      )
      yield { ...problem, severity: 'warning' }
    }
  },
}

function scopes({ name }: Cloud, { file, keyRange, key }: Setting, why: string): Problem {
  return {
    file,
    range: keyRange,
    message: `The cloud "${name}" ${why}.`,
    help: `Remove the one or the other: ${key} or the project.`,
  }
}

export const missingDomain: Rule<Clouds> = {
  id: 'clouds/missing-domain',
  severity: 'warning',
  summary: 'a user or a project without its domain',
  help: 'Names of users and projects are unique in their domain only. Without user_domain_name and project_domain_name (or the ids) Keystone answers "Expecting to find domain in user". The openstack command assumes the domain "default"; Ansible, openstacksdk and Terraform do not.',
  example: { bad: CLOUDS.replace('      user_domain_name: Default\n', ''), good: CLOUDS },
  *check({ clouds }) {
    for (const cloud of clouds) {
      const type = authTypeOf(cloud)
      if (!AUTH_KEYS.has(type ?? '') || cloud.hasProfile) continue
      for (const [what, names] of [
        ['user', ['username', 'user_name']],
        ['project', ['project_name', 'tenant_name']],
      ] as const) {
        const named = authSetting(cloud, ...names)
        const hasId = authSetting(cloud, `${what}_id`) !== undefined
        const domain = authSetting(cloud, ...domainKeys(what))
        if (!named || named.isSecure || hasId || domain || type === 'v3applicationcredential') continue
        yield {
          file: named.file,
          range: named.keyRange,
          message: `The cloud "${cloud.name}" names a ${what} without its domain.`,
          help: `Add ${what}_domain_name.`,
        }
      }
    }
  },
}

function domainKeys(what: string): string[] {
  return [
    `${what}_domain_id`,
    `${what}_domain_name`,
    'domain_id',
    'domain_name',
    'default_domain_id',
    'default_domain_name',
    'default_domain',
  ]
}

export const missingAuthUrl: Rule<Clouds> = {
  id: 'clouds/missing-auth-url',
  severity: 'warning',
  summary: 'a cloud without an auth_url',
  help: 'Without auth_url, and without the profile of a vendor that brings one, nothing knows where Keystone is: "Auth plugin requires parameters which were not given: auth_url".',
  example: { bad: CLOUDS.replace(/ {6}auth_url: .*\n/, ''), good: CLOUDS },
  *check({ clouds, isWhole }) {
    for (const cloud of clouds) {
      if (!isWhole || cloud.isOnlySecure || cloud.hasProfile || cloud.oddity) continue
      if (!AUTH_KEYS.has(authTypeOf(cloud) ?? '') || authSetting(cloud, 'auth_url')) continue
      const auth = cloud.settings.get('auth')
      yield {
        file: cloud.file,
        range: auth?.keyRange ?? cloud.keyRange,
        message: `The cloud "${cloud.name}" has no auth_url.`,
        help: 'Add auth_url under auth, or a profile.',
      }
    }
  },
}
