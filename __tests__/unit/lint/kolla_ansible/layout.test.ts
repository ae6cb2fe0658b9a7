import { describe, expect, test } from '@jest/globals'
import { kollaFileOf, overridesFolder } from '../../../../src/lint/readers/kolla_ansible/layout.js'
import { isKollaAnsible } from '../../../../src/lint/readers/kolla_ansible/recognize.js'

describe('the part of a file', () => {
  test.each([
    ['etc/kolla/globals.yml', 'kolla globals etc/kolla/config/'],
    ['globals.yml', 'kolla globals config/'],
    ['clouds/one/globals.d/90-nova.yaml', 'kolla globals clouds/one/config/'],
    ['etc/kolla/passwords.yml', 'kolla passwords etc/kolla/config/'],
    ['etc/kayobe/globals.yml', 'kayobe kayobe etc/kayobe/kolla/config/'],
    ['etc/kayobe/kolla/globals.yml', 'kayobe globals etc/kayobe/kolla/config/'],
    ['x/etc/kayobe/environments/dev/kolla.yml', 'kayobe kayobe x/etc/kayobe/environments/dev/kolla/config/'],
    [
      'etc/kayobe/environments/dev/kolla/globals.yml',
      'kayobe globals etc/kayobe/environments/dev/kolla/config/',
    ],
    ['etc/kayobe/kolla/passwords.yml', 'kayobe passwords etc/kayobe/kolla/config/'],
    ['environments/kolla/configuration.yml', 'osism globals environments/kolla/files/overlays/'],
    ['a/environments/kolla/secrets.yml', 'osism passwords a/environments/kolla/files/overlays/'],
    ['environments/manager/configuration.yml', 'osism manager environments/kolla/files/overlays/'],
  ])('%s', (path, expected) => {
    const place = kollaFileOf(path)
    expect(place && `${place.layout} ${place.part} ${overridesFolder(place)}`).toBe(expected)
  })

  test.each([
    'etc/kayobe/ansible/site.yml',
    'environments/manager/images.yml',
    'globals.yml.j2',
    'my-globals.yml',
  ])('%s is not part of a cloud', (path) => {
    expect(kollaFileOf(path)).toBeUndefined()
  })
})

describe('recognition', () => {
  test.each<[string, string[], boolean]>([
    ['globals.yml', ['kolla_base_distro'], true],
    ['globals.yml', ['name', 'version'], false],
    ['globals.d/octavia.yml', ['octavia_network_type'], true],
    ['globals.d/octavia.yml', ['settings'], false],
    ['passwords.yml', ['database_password'], true],
    ['passwords.yml', ['users'], false],
    ['etc/kayobe/networks.yml', ['internal_cidr'], true],
    ['etc/kayobe/networks.yml', [], false],
    ['inventory/group_vars/all/kolla.yml', ['kolla_base_distro', 'network_interface'], true],
    ['inventory/group_vars/all/kolla.yml', ['kolla_base_distro'], false],
    [
      'ansible/group_vars/all/common.yml',
      ['kolla_base_distro', 'kolla_base_distro_version_default_map', 'network_interface'],
      false,
    ],
  ])('%s with %j', (path, keys, expected) => {
    expect(isKollaAnsible(path, new Set(keys))).toBe(expected)
  })
})
