import { describe, expect, test } from '@jest/globals'
import { EXAMPLE, WITH_CLUSTER } from '../../../../src/lint/rules/openstack_ansible/shared/example.js'
import { validated } from '../folder.js'
import { findingsIn, MAIN } from './findings.js'

const VARIABLES = 'user_variables.yml'
const withVariables = (text: string, more: Record<string, string> = {}) =>
  findingsIn({ [MAIN]: EXAMPLE, [VARIABLES]: text, ...more })

describe('the files of a configuration', () => {
  test.each([
    ['user_variables.yml', 'openstack_ansible'],
    ['etc/openstack_deploy/user_secrets.yml', 'openstack_ansible'],
    ['user_variables_ceph.yaml', 'openstack_ansible'],
    ['openstack_deploy/user_networks.yml', 'openstack_ansible'],
    ['openstack_deploy/group_vars/haproxy/keepalived.yml', 'openstack_ansible'],
    ['openstack_deploy/host_vars/infra1.yml', 'openstack_ansible'],
    ['group_vars/all.yml', 'ansible'],
    ['user_settings.yml', 'yaml'],
  ])('%s', async (path, kind) => {
    const { kinds } = await validated({ [path]: 'some_variable: 1\n' })
    expect(kinds).toEqual({ [kind]: 1 })
  })

  test.each(['user_variables.yml.example', 'openstack_user_config.yml.aio', 'user_variables.yml.j2'])(
    '%s is not one',
    async (path) => {
      const { kinds } = await validated({ [path]: 'some_variable: 1\n' })
      expect(kinds).toEqual({})
    },
  )
})

describe('variables', () => {
  test.each([
    ['a letter is missing', 'nova_cpu_alocation_ratio', 'nova_cpu_allocation_ratio'],
    ['two letters changed places', 'neutron_plguin_type', 'neutron_plugin_type'],
    ['an underscore is missing', 'haproxy_sslall_vips', 'haproxy_ssl_all_vips'],
  ])('%s', async (_what, name, meant) => {
    const found = await withVariables(`${name}: 1\n`)
    expect(found).toEqual([expect.stringMatching(/^warning misspelled-variable user_variables.yml:1:1/)])
    expect(found[0]).toContain(`Did you mean "${meant}"?`)
  })

  test.each([
    ['names of the operator', 'our_cloud_name: x\nnova_flavors_of_ours: 1\n'],
    ['another number', 'rabbitmq_port2_value: 1\n'],
    [
      'variables that another value uses',
      'nova_cpu_alocation_ratio: 1\nnova_cpu_allocation_ratio: "{{ nova_cpu_alocation_ratio }}"\n',
    ],
    ['keys that are not names', '"{{ key }}": 1\n1: 2\n? [a, b]\n: 3\n__proto__: 1\nconstructor: 2\n'],
  ])('%s are not misspelled', async (_what, text) => {
    expect(await withVariables(text)).toEqual([])
  })

  test('a variable that a playbook uses is not misspelled', async () => {
    const playbook =
      '- hosts: all\n  tasks:\n    - name: Show\n      ansible.builtin.debug:\n        var: nova_cpu_alocation_ratio\n'
    const found = await withVariables('nova_cpu_alocation_ratio: 1\n', { 'site.yml': playbook })
    expect(found.filter((each) => each.includes('misspelled'))).toEqual([])
  })

  test('a variable of another release is a notice, or a warning if the release is known', async () => {
    const found = await findingsIn({ [MAIN]: EXAMPLE, [VARIABLES]: 'sahara_api_workers: 2\n' })
    expect(found).toEqual([
      expect.stringMatching(/^notice removed-variable .*the last release with it is 2023.2/),
    ])
    const known = await findingsIn({ [MAIN]: EXAMPLE, [VARIABLES]: 'sahara_api_workers: 2\n' }, '2026.1')
    expect(known).toEqual([expect.stringMatching(/^warning removed-variable/)])
  })

  test.each([
    ['a string', 'nova_nova_conf_overrides: on\n', 'error'],
    ['a list', 'nova_nova_conf_overrides: [a]\n', 'error'],
    ['nothing', 'nova_nova_conf_overrides:\n', undefined],
    ['Jinja', 'nova_nova_conf_overrides: "{{ ours }}"\n', undefined],
    [
      'a list for a YAML file',
      'ceilometer_event_definitions_yaml_overrides: [{ event_type: x }]\n',
      undefined,
    ],
  ])('overrides that are %s give: %s', async (_what, text, severity) => {
    const found = await withVariables(text)
    expect(found.map((each) => each.split(' ')[0])).toEqual(severity ? [severity] : [])
  })

  test.each([
    ['master', true],
    ['stable/2025.1', true],
    ['0123456789abcdef0123456789abcdef01234567', false],
    ['31.0.0', false],
    ['"{{ branch }}"', false],
  ])('nova from %s', async (branch, isSaid) => {
    expect(await withVariables(`nova_git_install_branch: ${branch}\n`)).toHaveLength(isSaid ? 1 : 0)
  })

  test('the last file in alphabetical order overrides the others', async () => {
    const found = await withVariables('debug_all: 1\nsame_value: [1]\n', {
      'user_alpha.yml': 'x: 1\n',
      'user_variables_b.yml': 'debug_all: 2\nsame_value: [1]\n',
    })
    expect(found).toEqual([
      expect.stringMatching(
        /^warning overridden-variable user_variables.yml:1:1 .*user_variables_b.yml, line 1, overrides it/,
      ),
    ])
  })

  test('a variable of group_vars may be overridden', async () => {
    const found = await findingsIn({
      [`openstack_deploy/${MAIN}`]: EXAMPLE,
      'openstack_deploy/user_variables.yml': 'some_value: 1\n',
      'openstack_deploy/group_vars/all.yml': 'some_value: 2\n',
    })
    expect(found).toEqual([])
  })
})

describe('virtual addresses and variables', () => {
  const CIDRS =
    'haproxy_keepalived_internal_vip_cidr: 172.29.236.9/32\nhaproxy_keepalived_external_vip_cidr: 203.0.113.9/32\n'
  const shared = WITH_CLUSTER.replace('cloud.example.com', '172.29.236.9')

  test.each([
    ['no cidr', '', 2],
    ['both', CIDRS, 0],
    ['Keepalived is off', 'haproxy_use_keepalived: false\n', 0],
    ['instances are set', 'keepalived_instances: {}\n', 0],
  ])('%s', async (_what, text, count) => {
    expect(await findingsIn({ [MAIN]: WITH_CLUSTER, [VARIABLES]: `debug: true\n${text}` })).toHaveLength(
      count,
    )
  })

  test('an encrypted file may set any variable', async () => {
    const files = {
      [MAIN]: shared,
      [VARIABLES]: 'debug: true\n',
      'user_secrets.yml': '$ANSIBLE_VAULT;1.1;AES256\n6162\n',
    }
    expect(await findingsIn(files)).toEqual([])
  })

  test('an address for Keepalived must be reserved', async () => {
    const files = {
      [MAIN]: WITH_CLUSTER.replace('172.29.236.9', 'vip.example.com'),
      [VARIABLES]: CIDRS.replace('236.9', '236.99'),
    }
    expect(await findingsIn(files)).toEqual([
      expect.stringMatching(/^error vip-not-reserved user_variables.yml:1:39/),
    ])
  })

  test('one address for both is an error, or a warning when variables may be set elsewhere', async () => {
    expect(await findingsIn({ [MAIN]: shared, [VARIABLES]: CIDRS })).toEqual([
      expect.stringMatching(/^error shared-vip openstack_user_config.yml:7:28/),
    ])
    expect(await findingsIn({ [MAIN]: shared })).toEqual([expect.stringMatching(/^warning shared-vip/)])
  })

  test.each(['haproxy_ssl: false', 'haproxy_ssl_all_vips: true', 'openstack_external_ssl: false'])(
    'unless %s',
    async (line) => {
      expect(await findingsIn({ [MAIN]: shared, [VARIABLES]: `${CIDRS}${line}\n` })).toEqual([])
    },
  )
})

describe('secrets', () => {
  const SECRETS = 'user_secrets.yml'

  test('plain text is reported once per file', async () => {
    const found = await findingsIn({
      [MAIN]: EXAMPLE,
      [SECRETS]: 'galera_root_password: a\nrabbitmq_cookie_token: b\nour_api_key: c\n',
    })
    expect(found).toEqual([
      expect.stringMatching(
        /^warning plaintext-secret user_secrets.yml:1:1 .* and 2 more are in the repository/,
      ),
    ])
  })

  test('a file in which all secrets are empty is a template', async () => {
    expect(
      await findingsIn({ [MAIN]: EXAMPLE, [SECRETS]: 'galera_root_password:\nrabbitmq_cookie_token: ""\n' }),
    ).toEqual([])
  })

  test.each([
    ['2025.1', 1],
    [undefined, 0],
  ] as const)('a missing secret with the release %s gives %i findings', async (release, count) => {
    const found = await findingsIn(
      {
        [MAIN]: EXAMPLE.replace('shared_infra_hosts', 'identity_hosts'),
        [SECRETS]: 'keystone_container_mysql_password: !vault x\n',
      },
      release,
    )
    expect(found.filter((each) => each.includes('missing-secret'))).toHaveLength(count)
  })
})
