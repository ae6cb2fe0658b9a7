import { describe, expect, test } from '@jest/globals'
import type { OpenStackRelease } from '../../../../src/openstack/releases.js'
import { processorMs } from '../../../support/pace.js'
import { type Files, places, validated } from '../folder.js'

/** The findings in `nova.conf`, or in these files: `severity rule place`. */
async function found(files: string | Files, release?: OpenStackRelease): Promise<string[]> {
  const { findings } = await validated(typeof files === 'string' ? { 'nova.conf': files } : files, {
    ...(release && { release: { name: release, from: 'flag', assumed: false } }),
  })
  return findings
    .filter(({ rule }) => rule.startsWith('oslo_config/'))
    .map((finding) => `${finding.severity} ${places([finding])[0]?.replace('oslo_config/', '')}`)
}

async function helps(files: string | Files): Promise<string[]> {
  const { findings } = await validated(typeof files === 'string' ? { 'nova.conf': files } : files)
  return findings.map(({ help }) => help)
}

describe('names', () => {
  test('the case of section names does not matter, except for DEFAULT', async () => {
    expect(await found('[LibVirt]\nvirt_type = kvm\n')).toEqual([])
    expect(await found('[default]\nhost = a\n')).toEqual(['error unknown-section nova.conf:1:2'])
    expect(await helps('[ libvirt ]\nvirt_type = kvm\n')).toEqual(['Did you mean [libvirt]?'])
  })

  test('a typo is recognized, a merely similar name is not', async () => {
    expect(await helps('[DEFAULT]\nuse-syslog = true\n')).toEqual(['Did you mean "use_syslog"?'])
    expect(await helps('[libvirt]\nVirt_Type = kvm\n')).toEqual(['Did you mean "virt_type"?'])
    expect(await found('[libvirt]\nvirt_mode = kvm\n')).toEqual(['warning unknown-option nova.conf:2:1'])
  })

  test('an option is not a typo of another option that the section also sets', async () => {
    expect(await found('[libvirt]\nvirt_type = kvm\nvirt_typ = kvm\n')).toEqual([
      'warning unknown-option nova.conf:3:1',
    ])
  })

  test('a section with options of another section differs from one of a plug-in', async () => {
    expect(await found({ 'keystone.conf': '[global]\ninsecure_debug = false\n' })).toEqual([
      'warning unknown-section keystone.conf:1:2',
    ])
    expect(await found('[our_plugin]\nour_option = 1\n')).toEqual(['notice unknown-section nova.conf:1:2'])
  })

  test('sections that values name are not unknown', async () => {
    const text = '[DEFAULT]\nenabled_backends = a\n[a]\nour_option = 1\n'
    expect(await found({ 'config/cinder.conf': text })).toEqual([])
    const split = {
      'config/cinder.conf': '[DEFAULT]\nenabled_backends = a\n',
      'config/cinder/cinder-volume.conf': '[a]\nour_option = 1\n',
    }
    expect(await found(split)).toEqual([])
  })

  test('the options of back ends, stores, privsep contexts and mediated devices are known', async () => {
    expect(await found({ 'cinder.conf': '[rbd-1]\nrbd_pool = volumes\nrbd_pol = v\n' })).toEqual([
      'warning unknown-option cinder.conf:3:1',
    ])
    expect(await found({ 'glance-api.conf': '[fast]\nrbd_store_pool = images\n' })).toEqual([])
    expect(
      await found('[privsep_osbrick]\nhelper_command = sudo nova-rootwrap\n[mdev_nvidia-35]\nx = 1\n'),
    ).toEqual([])
    expect(await found({ 'keystone.conf': '[openid]\nremote_id_attribute = HTTP_OIDC_ISS\n' })).toEqual([])
  })

  test('options that keystoneauth and its plug-ins read are not unknown', async () => {
    expect(
      await found('[placement]\nauth_type = v3oidcpassword\nidentity_provider = x\nour_plugin_option = 1\n'),
    ).toEqual([])
  })

  test('files of unknown services and templated names are not checked', async () => {
    expect(await found({ 'zun.conf': '[api]\nprt = 1\ndebug = maybe\n' })).toEqual([])
    expect(await found('[{{ group }}]\nx = 1\n[DEFAULT]\n{{ name }}_x = 1\n')).toEqual([])
  })
})

describe('releases', () => {
  const gone = '[api]\nauth_strategy = keystone\n'

  test('decide what is removed, deprecated or not there yet', async () => {
    expect(await found(gone)).toEqual(['notice removed-option nova.conf:2:1'])
    expect(await found(gone, '2026.2')).toEqual(['warning removed-option nova.conf:2:1'])
    expect(await found(gone, 'zed')).toEqual(['warning deprecated-option nova.conf:2:1'])
    expect(await found('[api]\nresponse_validation = warn\n', 'zed')).toEqual([
      'warning option-of-later-release nova.conf:2:1',
    ])
  })

  test('an option that was removed before Zed is a warning in any release', async () => {
    const { findings } = await validated({ 'nova.conf': '[libvirt]\nuse_usb_tablet = true\n' })
    expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'warning OpenStack 2026.2 does not have [libvirt] use_usb_tablet: it was removed before Zed.',
    ])
  })

  test('a renamed option must match the type of the new one', async () => {
    expect(await found('[DEFAULT]\nevaluation_interval = 1m\n', '2025.1')).toEqual([
      'warning unknown-option nova.conf:2:1',
    ])
    expect(await found({ 'aodh.conf': '[DEFAULT]\nevaluation_interval = 1m\n' }, '2025.1')).toEqual([
      'warning deprecated-option aodh.conf:2:1',
      'error invalid-value aodh.conf:2:23',
    ])
  })
})

describe('values', () => {
  test('are reported at the value, or at the name when the value is empty', async () => {
    expect(await found('[DEFAULT]\nuse_syslog =  maybe\nuse_json =\n')).toEqual([
      'error invalid-value nova.conf:2:15',
      'error invalid-value nova.conf:3:1',
    ])
  })

  test('are not checked where Jinja or another option fills them in', async () => {
    expect(
      await found(
        '[DEFAULT]\nuse_syslog = {{ a }}\nuse_json = {% if b %}1{% endif %}\nreserved_host_memory_mb = $x\n',
      ),
    ).toEqual(['warning unescaped-dollar nova.conf:4:27'])
    expect(await found('[DEFAULT]\nreserved_host_memory_mb = $reserved_host_disk_mb\n')).toEqual([])
  })

  test('that are not a choice are errors only when the release is known', async () => {
    expect(await found('[libvirt]\nvirt_type = vbox\n')).toEqual(['warning invalid-value nova.conf:2:13'])
    expect(await found('[libvirt]\nvirt_type = vbox\n', '2025.1')).toEqual([
      'error invalid-value nova.conf:2:13',
    ])
    expect(await helps('[libvirt]\nvirt_type = KVM\n')).toEqual(['Did you mean "kvm"?'])
  })

  test('of lists may span lines', async () => {
    expect(await found('[filter_scheduler]\nenabled_filters = A,\n  B,\n  C\n')).toEqual([])
  })

  test('with a comment are errors if they are invalid, and warnings if they are free text', async () => {
    expect(
      await found('[DEFAULT]\nuse_syslog = true # now\ninstance_name_template = a # the first one\n'),
    ).toEqual(['error inline-comment nova.conf:2:19', 'warning inline-comment nova.conf:3:28'])
    expect(await found('[DEFAULT]\ninstance_name_template = a#b\n[libvirt]\nrbd_user = "x # y"\n')).toEqual(
      [],
    )
  })
})

describe('lines', () => {
  test('that are indented are errors for options, warnings for comments, and otherwise part of a value', async () => {
    expect(
      await found('[libvirt]\ncpu_models = a,\n  # b,\n  c\nvirt_type = kvm\n cpu_mode = none\n x = y\n'),
    ).toEqual([
      'warning accidental-continuation nova.conf:3:3',
      'error accidental-continuation nova.conf:6:2',
    ])
  })

  test('are duplicates only in the same branch, and not for options that take several values', async () => {
    const branches =
      '[DEFAULT]\n{% if a %}\nhost = a\n{% else %}\nhost = b\n{% endif %}\n{% if c %}\nhost = c\nhost = d\n{% endif %}\n'
    expect(await found(branches)).toEqual(['warning duplicate-option nova.conf:9:1'])
    expect(await found('[pci]\nalias = {"name":"a"}\nalias = {"name":"b"}\n')).toEqual([])
  })
})

describe('secrets', () => {
  test('are found by name, by type and in URLs', async () => {
    expect(
      await found(
        '[DEFAULT]\ntransport_url = rabbit://nova:hunter2@10.0.0.1:5672//\n[neutron]\npassword = hunter2\nmetadata_proxy_shared_secret = "hunter2"\n',
      ),
    ).toEqual([
      'warning plaintext-secret nova.conf:2:31',
      'warning plaintext-secret nova.conf:4:12',
      'warning plaintext-secret nova.conf:5:32',
    ])
  })

  test.each(['{{ x }}', 'CHANGEME', 'NOVA_PASS', '<secret>', 'xxxx', '$other', '%NOVA%', '/run/secret', ''])(
    'are not %j',
    async (value) => {
      const findings = await found(`[neutron]\nusername = neutron\npassword = ${value}\n`)
      expect(findings.filter((finding) => finding.includes('plaintext-secret'))).toEqual([])
    },
  )

  test('may contain a dollar that does not look like the name of an unknown option', async () => {
    const connection = (password: string) =>
      found(`[database]\nconnection = mysql://nova:${password}{{ rest }}@10.0.0.1/nova\n`)
    expect(await connection('a$b')).toEqual(['error unescaped-dollar nova.conf:2:28'])
    expect(await connection('a${b}')).toEqual(['error unescaped-dollar nova.conf:2:28'])
    for (const right of ['a$$b', 'a\\$b', 'a$1', 'a$', '$host', '$libvirt.virt_type']) {
      expect(await connection(right)).toEqual([])
    }
  })
})

describe('files of one cloud', () => {
  const complete = '[database]\nconnection = {{ x }}\n'

  test('name back ends whose sections may be in any of the files', async () => {
    const main = `[DEFAULT]\nenabled_backends = a, "b"\n${complete}`
    expect(await found({ 'etc/cinder/cinder.conf': main })).toEqual([
      'warning backend-without-section etc/cinder/cinder.conf:2:20',
      'warning backend-without-section etc/cinder/cinder.conf:2:24',
    ])
    const other = '[a]\nvolume_driver = x\n[b]\nvolume_driver = y\n'
    expect(await found({ 'etc/cinder/cinder.conf': main, 'etc/cinder/more/cinder.conf': other })).toEqual([])
    expect(await found({ 'config/cinder.conf': '[DEFAULT]\nenabled_backends = a\n' })).toEqual([])
  })

  test('differ only from a clear majority', async () => {
    expect(await found('[neutron]\nregion_name = a\n[cinder]\nos_region_name = b\n')).toEqual([])
    const keystones = ['http://a:5000', 'http://a:35357/v3', 'http://b:5000']
    const files = Object.fromEntries(
      keystones.map((url, index) => [`etc/nova/nova-${index}.conf`, `[neutron]\nauth_url = ${url}\n`]),
    )
    expect(await found(files)).toEqual(['warning different-keystone etc/nova/nova-2.conf:2:12'])
  })

  test('must set the public URL of Keystone if they are complete', async () => {
    const section = '[keystone_authtoken]\nauth_url = http://a:5000\n'
    expect(await found({ 'etc/nova/nova.conf': `${section}${complete}` })).toEqual([
      'notice missing-public-keystone-url etc/nova/nova.conf:1:2',
    ])
    expect(await found({ 'config/nova.conf': section })).toEqual([])
    expect(
      await found({ 'etc/nova/nova.conf': `${section}www_authenticate_uri = http://b\n${complete}` }),
    ).toEqual([])
  })

  test('get one finding for debug logging', async () => {
    const debug = '[DEFAULT]\ndebug = True\n'
    expect(await found({ 'config/nova.conf': debug, 'config/cinder.conf': debug })).toEqual([
      'notice debug-logging config/cinder.conf:2:9',
    ])
  })
})

describe('variables of openstack-ansible', () => {
  test('are checked like files, and reported at their places in YAML', async () => {
    const vars = `nova_nova_conf_overrides:
  DEFAULT:
    use_syslog: yes
    reserved_host_memory_mb: 4GB
    host: "{{ a }}"
  libvirt:
    virt_typ: kvm
  pci:
    alias: [a, b]
neutron_ml2_conf_ini_overrides:
  ml2:
    path_mtu: jumbo
nova_policy_overrides:
  DEFAULT:
    x: 1
`
    expect(await found({ 'openstack_deploy/user_variables.yml': vars })).toEqual([
      'error invalid-value openstack_deploy/user_variables.yml:4:30',
      'error unknown-option openstack_deploy/user_variables.yml:7:5',
      'error invalid-value openstack_deploy/user_variables.yml:12:15',
    ])
  })

  test('may contain anything', async () => {
    const odd = `nova_nova_conf_overrides: [1]
cinder_cinder_conf_overrides: "{{ x }}"
heat_heat_conf_overrides: {DEFAULT: null, 1: 2, __proto__: {constructor: {}}, clients: [a]}
glance_glance_api_conf_overrides: {DEFAULT: {workers: null, debug: !vault x, ? [a] : b}}
`
    const findings = await found({ 'user_variables.yml': odd })
    expect(findings.filter((finding) => finding.startsWith('error'))).toEqual([])
  })
})

test('names of prototypes and long files do no harm', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const text = names.map((name) => `[${name}]\n${names.map((option) => `${option} = 1\n`).join('')}`).join('')
  expect((await found(text)).every((finding) => !finding.startsWith('error'))).toBe(true)
  const started = processorMs()
  const many = Array.from({ length: 20_000 }, (_, index) => `some_option_${index}_x = $a${index}\n`).join('')
  expect((await found(`[DEFAULT]\n${many}`)).length).toBe(20_000)
  expect(processorMs() - started).toBeLessThan(8000)
})
