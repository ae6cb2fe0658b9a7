import { describe, expect, test } from '@jest/globals'
import { dependenciesIn } from '../../../../src/release/dependencies/collect.js'

/** Each dependency as: kind, name, version, pin, package URL and line. */
function list(path: string, text: string): unknown[] {
  return dependenciesIn(path, Buffer.from(text)).map(({ kind, name, version, pin, purl, line }) => [
    ...[kind, name, version, pin, purl, line],
  ])
}

describe('requirements', () => {
  test('of roles and collections, from Galaxy and from Git', () => {
    expect(
      list(
        'ansible/requirements.yml',
        `roles:
  - name: ntp
    src: https://git.example.com/roles/ansible-role-ntp.git
    scm: git
    version: 1.4.2
  - geerlingguy.docker,7.0.0
  - src: git+ssh://git@github.com/Acme/Role-HA.git
    version: ${'a'.repeat(40)}
  - name: newest
  - include: more.yml
collections:
  - name: openstack.cloud
    version: 2.3.0
  - name: ansible.posix
    version: ">=1.5,<2"
  - community.docker
  - community.general:9.1.0
  - name: https://user:secret@git.example.com/collections/own.git
    type: git
    version: stable/2024.1
  - name: acme.tools
    version: ==1.0.0
    source: https://hub.example.com/api
  - name: ./collections/local
    type: dir
`,
      ),
    ).toEqual([
      [
        'role',
        'ntp',
        '1.4.2',
        'version',
        'pkg:generic/ntp@1.4.2?vcs_url=git%2Bhttps://git.example.com/roles/ansible-role-ntp%401.4.2',
        2,
      ],
      [
        'role',
        'geerlingguy.docker',
        '7.0.0',
        'version',
        'pkg:generic/geerlingguy.docker@7.0.0?repository_url=https://galaxy.ansible.com',
        6,
      ],
      ['role', 'Role-HA', 'a'.repeat(40), 'digest', `pkg:github/acme/role-ha@${'a'.repeat(40)}`, 7],
      [
        'role',
        'newest',
        undefined,
        'none',
        'pkg:generic/newest?repository_url=https://galaxy.ansible.com',
        9,
      ],
      [
        'collection',
        'openstack.cloud',
        '2.3.0',
        'version',
        'pkg:generic/openstack.cloud@2.3.0?repository_url=https://galaxy.ansible.com',
        12,
      ],
      [
        'collection',
        'ansible.posix',
        '>=1.5,<2',
        'range',
        'pkg:generic/ansible.posix?repository_url=https://galaxy.ansible.com',
        14,
      ],
      [
        'collection',
        'community.docker',
        undefined,
        'none',
        'pkg:generic/community.docker?repository_url=https://galaxy.ansible.com',
        16,
      ],
      [
        'collection',
        'community.general',
        '9.1.0',
        'version',
        'pkg:generic/community.general@9.1.0?repository_url=https://galaxy.ansible.com',
        17,
      ],
      [
        'collection',
        'own',
        'stable/2024.1',
        'none',
        'pkg:generic/own?vcs_url=git%2Bhttps://git.example.com/collections/own',
        18,
      ],
      [
        'collection',
        'acme.tools',
        '==1.0.0',
        'version',
        'pkg:generic/acme.tools@1.0.0?repository_url=https://hub.example.com/api',
        21,
      ],
    ])
  })

  test('as real repositories write them', () => {
    const text = `collections:
  - name: https://opendev.org/openstack/ansible-collection-kolla
    type: git
    version: master
  - name: openstack.cloud
    type: git
    source: https://opendev.org/openstack/ansible-collections-openstack
    version: 2.6.0
roles:
  - name: geerlingguy.git
  - name: pip_install
    src: https://opendev.org/openstack/openstack-ansible-pip_install
    scm: git
    version: origin/stable/ocata
`
    expect(list('requirements.yml', text).map((found) => (found as unknown[]).slice(0, 5))).toEqual([
      [
        'role',
        'geerlingguy.git',
        undefined,
        'none',
        'pkg:generic/geerlingguy.git?repository_url=https://galaxy.ansible.com',
      ],
      [
        'role',
        'pip_install',
        'origin/stable/ocata',
        'none',
        'pkg:generic/pip_install?vcs_url=git%2Bhttps://opendev.org/openstack/openstack-ansible-pip_install',
      ],
      [
        'collection',
        'ansible-collection-kolla',
        'master',
        'none',
        'pkg:generic/ansible-collection-kolla?vcs_url=git%2Bhttps://opendev.org/openstack/ansible-collection-kolla',
      ],
      [
        'collection',
        'openstack.cloud',
        '2.6.0',
        'version',
        'pkg:generic/openstack.cloud@2.6.0?vcs_url=git%2Bhttps://opendev.org/openstack/ansible-collections-openstack%402.6.0',
      ],
    ])
  })

  test('are not confused with tasks that check requirements', () => {
    const tasks = '- name: Fail when disk can not be found\n  fail: { msg: none }\n'
    expect(list('roles/bootstrap/tasks/check-requirements.yml', tasks)).toEqual([])
  })

  test('of the old form, a bare list of roles', () => {
    expect(
      list(
        'ansible-role-requirements.yml',
        '- name: os_nova\n  scm: git\n  src: https://opendev.org/openstack/openstack-ansible-os_nova\n  version: 31.1.0\n',
      ),
    ).toEqual([
      [
        ...['role', 'os_nova', '31.1.0', 'version'],
        'pkg:generic/os_nova@31.1.0?vcs_url=git%2Bhttps://opendev.org/openstack/openstack-ansible-os_nova%4031.1.0',
        1,
      ],
    ])
  })

  test.each(['', 'roles: nothing', '- 7\n- null\n', '{', 'roles: [{}]', 'collections:\n  a: b\n'])(
    'that name nothing (%j) are no error',
    (text) => expect(list('requirements.yml', text)).toEqual([]),
  )
})

describe('images', () => {
  const image = (value: string) => list('group_vars/all.yml', `web_image: ${value}\n`)[0]

  test.each([
    [
      'quay.io/acme/web:1.2',
      'quay.io/acme/web',
      '1.2',
      'version',
      'pkg:oci/web?repository_url=quay.io/acme/web&tag=1.2',
    ],
    ['"web:latest"', 'web', 'latest', 'none', 'pkg:oci/web?tag=latest'],
    [
      'localhost:5000/web',
      'localhost:5000/web',
      undefined,
      'none',
      'pkg:oci/web?repository_url=localhost:5000/web',
    ],
    [
      `registry.example.com:4000/web@sha256:${'b'.repeat(64)}`,
      'registry.example.com:4000/web',
      `sha256:${'b'.repeat(64)}`,
      'digest',
      `pkg:oci/web@sha256%3A${'b'.repeat(64)}?repository_url=registry.example.com:4000/web`,
    ],
    ['"{{ docker_registry }}/acme/web:{{ tag }}"', 'web', undefined, 'unknown', 'pkg:oci/web'],
  ])('%s', (value, name, version, pin, purl) => {
    expect(image(value)).toEqual(['image', name, version, pin, purl, 1])
  })

  test.each([
    'ubuntu',
    'cirros-0.6.2',
    'https://example.com/a.qcow2',
    '"{{ name }}"',
    'images/a.qcow2',
    '[a]',
    '""',
  ])('%s is not an image', (value) => expect(image(value)).toBeUndefined())

  test('of kolla-ansible are named by its release and tags', () => {
    const globals = `openstack_release: "2024.1"
openstack_tag: 2024.1-rocky-9
docker_namespace: acme
docker_registry: registry.example.com
nova_tag: 2024.1-patched
keystone_image_full: registry.example.com/acme/keystone:master
neutron_external_vlan: "7"
`
    expect(list('etc/kolla/globals.yml', globals)).toEqual([
      ['release', 'openstack', '2024.1', 'version', 'pkg:generic/openstack@2024.1', 1],
      [
        'image',
        'registry.example.com/acme',
        '2024.1-rocky-9',
        'version',
        'pkg:oci/acme?repository_url=registry.example.com/acme&tag=2024.1-rocky-9',
        2,
      ],
      [
        'image',
        'registry.example.com/acme/nova',
        '2024.1-patched',
        'version',
        'pkg:oci/nova?repository_url=registry.example.com/acme/nova&tag=2024.1-patched',
        5,
      ],
      [
        'image',
        'registry.example.com/acme/keystone',
        'master',
        'none',
        'pkg:oci/keystone?repository_url=registry.example.com/acme/keystone&tag=master',
        6,
      ],
    ])
  })

  test('have no tags outside of kolla-ansible', () => {
    expect(list('roles/kolla-openstack/molecule/create.yml', 'force_tag: x\n')).toEqual([])
    expect(list('.github/workflows/build.yml', 'image: "{{ matrix }}/{{ image }}"\n')).toEqual([])
    expect(list('group_vars/all.yml', 'vlan_tag: 7\nheat_tag: x\n')).toEqual([])
  })
})

test('source trees of openstack-ansible and kayobe', () => {
  const text = `nova_git_repo: https://opendev.org/openstack/nova
nova_git_install_branch: ${'c'.repeat(40)}
horizon_git_install_branch: master
kolla_ansible_source_url: https://github.com/acme/kolla-ansible
kolla_ansible_source_version: acme/18.0.0
glance_git_install_branch: "{{ branch }}"
`
  expect(list('etc/openstack_deploy/user_variables.yml', text)).toEqual([
    [
      'source',
      'nova',
      'c'.repeat(40),
      'digest',
      `pkg:generic/nova@${'c'.repeat(40)}?vcs_url=git%2Bhttps://opendev.org/openstack/nova%40${'c'.repeat(40)}`,
      2,
    ],
    ['source', 'horizon', 'master', 'none', 'pkg:generic/horizon', 3],
    ['source', 'kolla-ansible', 'acme/18.0.0', 'version', 'pkg:github/acme/kolla-ansible@acme%2F18.0.0', 5],
    ['source', 'glance', undefined, 'unknown', 'pkg:generic/glance', 6],
  ])
})

test('the list contains no secret of an address', () => {
  const text = `- src: git+https://bot:hunter2@git.example.com/role.git,1.0
- src: https://x:hunter2@git.example.com/role
  scm: git
`
  expect(JSON.stringify(list('requirements.yml', text))).not.toMatch(/hunter2/)
  expect(list('requirements.yml', text)).toHaveLength(2)
})
