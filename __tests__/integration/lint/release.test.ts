import { describe, expect, test } from '@jest/globals'
import { startValidate } from '../../../src/lint/engine/start.js'
import { silentLog } from '../../../src/platform/log.js'
import { type Files, inFolder, validated } from '../../unit/lint/folder.js'

const detected = async (files: Files) => (await validated(files)).openstack_release
const GLOBALS = 'kolla_base_distro: ubuntu\n'

describe('the OpenStack release that the definitions name', () => {
  test.each<[string, string, string, string, number]>([
    ['kolla-ansible', 'etc/kolla/globals.yml', `${GLOBALS}openstack_release: "2024.1"\n`, '2024.1', 2],
    ['a code name', 'globals.yml', `${GLOBALS}openstack_release: caracal\n`, '2024.1', 2],
    ['the development branch', 'globals.yml', `${GLOBALS}openstack_release: master\n`, '2026.2', 2],
    ["a container's version", 'globals.yml', `${GLOBALS}openstack_release: 18.0.1\n`, '2024.1', 2],
    ['kayobe', 'etc/kayobe/openstack.yml', '---\nopenstack_release: 2025.1\n', '2025.1', 2],
    ["kayobe's branch", 'etc/kayobe/kolla.yml', 'kolla_source_version: stable/2024.2\n', '2024.2', 1],
    [
      'tags of images',
      'etc/kayobe/kolla-image-tags.yml',
      'kolla_image_tags:\n  openstack:\n    rocky-9: 2024.1-rocky-9-20240903\n',
      '2024.1',
      3,
    ],
    ['OSISM', 'environments/manager/configuration.yml', 'openstack_version: 2024.2\n', '2024.2', 1],
    ['openstack-ansible', 'openstack_deploy/user_variables.yml', 'openstack_release: 29.1.0\n', '2024.1', 1],
    ['its tag', 'group_vars/all/osa.yml', 'openstack_ansible_version: v30.0.0\n', '2024.2', 1],
    [
      'a pinned collection',
      'requirements.yml',
      'collections:\n  - name: https://opendev.org/openstack/ansible-collection-kolla\n    type: git\n    version: stable/2025.1\n',
      '2025.1',
      4,
    ],
  ])('%s', async (_how, file, text, name, line) => {
    expect(await detected({ [file]: text })).toEqual({ name, from: 'detected', assumed: false, file, line })
  })

  test.each([
    ['nothing says one', {}],
    ['only Ansible knows it', { 'globals.yml': `${GLOBALS}openstack_release: "{{ release }}"\n` }],
    ["it is a role's default", { 'roles/kolla/defaults/main.yml': 'openstack_release: zed\n' }],
    ['it is an example', { 'examples/globals.yml': `${GLOBALS}openstack_release: zed\n` }],
    ['it says no release', { 'globals.yml': `${GLOBALS}openstack_release: [zed]\nopenstack_version: 17\n` }],
    [
      'another project is pinned',
      { 'requirements.yml': 'roles:\n  - { src: ceph-ansible, version: stable/zed }\n' },
    ],
  ])('is the newest, and assumed, when %s', async (_when, files) => {
    expect(await detected(files as Files)).toEqual({ name: '2026.2', from: 'newest', assumed: true })
  })

  test('is the newest of several, and assumed, with a note', async () => {
    const globals = (release: string) => `${GLOBALS}openstack_release: ${release}\n`
    const files = {
      'environments/a/globals.yml': globals('zed'),
      'environments/b/globals.yml': globals('2024.1'),
      'environments/c/globals.yml': globals('train'),
    }
    expect(await detected(files)).toEqual({
      name: '2024.1',
      from: 'detected',
      assumed: true,
      file: 'environments/b/globals.yml',
      line: 2,
      note: 'environments/b/globals.yml names 2024.1, and environments/a/globals.yml names zed: set openstack_release in changeover.yml.',
    })
  })

  test('is the oldest known one, and assumed, when it is older than that', async () => {
    const files = { 'globals.yml': `${GLOBALS}openstack_release: train\n` }
    expect(await detected(files)).toMatchObject({
      name: 'zed',
      assumed: true,
      note: expect.stringContaining('train'),
    })
  })

  test('is taken from variables before tags', async () => {
    const text = `${GLOBALS}openstack_release: zed\nopenstack_tag: 2024.1-rocky-9\n`
    expect(await detected({ 'globals.yml': text })).toMatchObject({ name: 'zed', assumed: false })
  })
})

describe('the OpenStack release that is set', () => {
  const chosen = (said: string, release?: string) =>
    inFolder(
      {
        'changeover.yml': `version: 1\nname: region-one\nopenstack_release: ${said}\n`,
        'globals.yml': `${GLOBALS}openstack_release: zed\n`,
      },
      (root) => startValidate(root, silentLog, { release }),
    )

  test.each([
    ['2023.1', '2023.1'],
    ['"2023.1"', '2023.1'],
    ['stable/2023.1', '2023.1'],
    ['Antelope', '2023.1'],
  ])('in the manifest: %s', async (said, name) => {
    const result = await chosen(said)
    expect(result.openstack_release).toEqual({ name, from: 'manifest', assumed: false })
    expect(result.findings).toEqual([])
  })

  test('on the command line takes precedence over the manifest', async () => {
    expect((await chosen('2023.1', 'epoxy')).openstack_release).toEqual({
      name: '2025.1',
      from: 'flag',
      assumed: false,
    })
  })

  test.each([
    ['carracal', 'Did you mean "caracal"?'],
    ['train', 'Known releases: zed, '],
    ['2031.1', ''],
  ])('in the manifest is a finding if it is unknown: %s', async (said, help) => {
    const { findings } = await chosen(said)
    expect(findings).toMatchObject([{ rule: 'manifest/undefined-reference', line: 3, column: 20 }])
    expect(findings[0]?.message).toContain(said)
    expect(findings[0]?.help).toContain(help)
  })

  test('on the command line is refused if it is unknown', async () => {
    await expect(chosen('zed', 'carracal')).rejects.toMatchObject({
      code: 'unknown_release',
      remedy: 'Did you mean "caracal"?',
    })
  })
})
