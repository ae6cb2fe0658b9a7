import { describe, expect, test } from '@jest/globals'
import type { OpenStackRelease } from '../../../../src/openstack/releases.js'
import { type Files, places, validated } from '../folder.js'

/** What the rules say of `nova.conf`, or of these files. */
async function said(files: string | Files, release?: OpenStackRelease): Promise<string[]> {
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
  test('sections are the same in lower case, but DEFAULT is not', async () => {
    expect(await said('[LibVirt]\nvirt_type = kvm\n')).toEqual([])
    expect(await said('[default]\nhost = a\n')).toEqual(['error unknown-section nova.conf:1:2'])
    expect(await helps('[ libvirt ]\nvirt_type = kvm\n')).toEqual(['Did you mean [libvirt]?'])
  })

  test('an option of another spelling is meant, one that only resembles is not', async () => {
    expect(await helps('[DEFAULT]\nuse-syslog = true\n')).toEqual(['Did you mean "use_syslog"?'])
    expect(await helps('[libvirt]\nVirt_Type = kvm\n')).toEqual(['Did you mean "virt_type"?'])
    expect(await said('[libvirt]\nvirt_mode = kvm\n')).toEqual(['warning unknown-option nova.conf:2:1'])
  })

  test('an option that is set beside the one that it resembles is no misspelling', async () => {
    expect(await said('[libvirt]\nvirt_type = kvm\nvirt_typ = kvm\n')).toEqual([
      'warning unknown-option nova.conf:3:1',
    ])
  })

  test('a section of options that belong elsewhere is told from one of a plug-in', async () => {
    expect(await said({ 'keystone.conf': '[global]\ninsecure_debug = false\n' })).toEqual([
      'warning unknown-section keystone.conf:1:2',
    ])
    expect(await said('[our_plugin]\nour_option = 1\n')).toEqual(['notice unknown-section nova.conf:1:2'])
  })

  test('sections that values name are the operator’s own', async () => {
    const text = '[DEFAULT]\nenabled_backends = a\n[a]\nour_option = 1\n'
    expect(await said({ 'config/cinder.conf': text })).toEqual([])
    const split = {
      'config/cinder.conf': '[DEFAULT]\nenabled_backends = a\n',
      'config/cinder/cinder-volume.conf': '[a]\nour_option = 1\n',
    }
    expect(await said(split)).toEqual([])
  })

  test('back ends, stores, privileged contexts and mediated devices are read by pattern', async () => {
    expect(await said({ 'cinder.conf': '[rbd-1]\nrbd_pool = volumes\nrbd_pol = v\n' })).toEqual([
      'warning unknown-option cinder.conf:3:1',
    ])
    expect(await said({ 'glance-api.conf': '[fast]\nrbd_store_pool = images\n' })).toEqual([])
    expect(
      await said('[privsep_osbrick]\nhelper_command = sudo nova-rootwrap\n[mdev_nvidia-35]\nx = 1\n'),
    ).toEqual([])
    expect(await said({ 'keystone.conf': '[openid]\nremote_id_attribute = HTTP_OIDC_ISS\n' })).toEqual([])
  })

  test('what keystoneauth and its plug-ins read is not unknown', async () => {
    expect(
      await said('[placement]\nauth_type = v3oidcpassword\nidentity_provider = x\nour_plugin_option = 1\n'),
    ).toEqual([])
  })

  test('nothing is known of a file of an unknown service, or of a templated name', async () => {
    expect(await said({ 'zun.conf': '[api]\nprt = 1\ndebug = maybe\n' })).toEqual([])
    expect(await said('[{{ group }}]\nx = 1\n[DEFAULT]\n{{ name }}_x = 1\n')).toEqual([])
  })
})

describe('releases', () => {
  const gone = '[api]\nauth_strategy = keystone\n'

  test('are held to when they are said', async () => {
    expect(await said(gone)).toEqual(['notice removed-option nova.conf:2:1'])
    expect(await said(gone, '2026.2')).toEqual(['warning removed-option nova.conf:2:1'])
    expect(await said(gone, 'zed')).toEqual(['warning deprecated-option nova.conf:2:1'])
    expect(await said('[api]\nresponse_validation = warn\n', 'zed')).toEqual([
      'warning option-of-later-release nova.conf:2:1',
    ])
  })

  test('before those that are known are gone, whoever says what', async () => {
    const { findings } = await validated({ 'nova.conf': '[libvirt]\nuse_usb_tablet = true\n' })
    expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'warning [libvirt] use_usb_tablet is gone in OpenStack 2026.2: none since Zed has it.',
    ])
  })

  test('a renamed option is held to the type of the new one', async () => {
    expect(await said('[DEFAULT]\nevaluation_interval = 1m\n', '2025.1')).toEqual([
      'warning unknown-option nova.conf:2:1',
    ])
    expect(await said({ 'aodh.conf': '[DEFAULT]\nevaluation_interval = 1m\n' }, '2025.1')).toEqual([
      'warning deprecated-option aodh.conf:2:1',
      'error invalid-value aodh.conf:2:23',
    ])
  })
})

describe('values', () => {
  test('have the place of the value, or of the name when there is none', async () => {
    expect(await said('[DEFAULT]\nuse_syslog =  maybe\nuse_json =\n')).toEqual([
      'error invalid-value nova.conf:2:15',
      'error invalid-value nova.conf:3:1',
    ])
  })

  test('are unknown where Jinja or another option fills them in', async () => {
    expect(
      await said(
        '[DEFAULT]\nuse_syslog = {{ a }}\nuse_json = {% if b %}1{% endif %}\nreserved_host_memory_mb = $x\n',
      ),
    ).toEqual(['warning unescaped-dollar nova.conf:4:27'])
    expect(await said('[DEFAULT]\nreserved_host_memory_mb = $reserved_host_disk_mb\n')).toEqual([])
  })

  test('of choices are errors only in a release that is said', async () => {
    expect(await said('[libvirt]\nvirt_type = vbox\n')).toEqual(['warning invalid-value nova.conf:2:13'])
    expect(await said('[libvirt]\nvirt_type = vbox\n', '2025.1')).toEqual([
      'error invalid-value nova.conf:2:13',
    ])
    expect(await helps('[libvirt]\nvirt_type = KVM\n')).toEqual(['Did you mean "kvm"?'])
  })

  test('of lists may go over lines', async () => {
    expect(await said('[filter_scheduler]\nenabled_filters = A,\n  B,\n  C\n')).toEqual([])
  })

  test('with a comment behind them: an error when they are refused, a warning when they look like it', async () => {
    expect(
      await said('[DEFAULT]\nuse_syslog = true # now\ninstance_name_template = a # the first one\n'),
    ).toEqual(['error inline-comment nova.conf:2:19', 'warning inline-comment nova.conf:3:28'])
    expect(await said('[DEFAULT]\ninstance_name_template = a#b\n[libvirt]\nrbd_user = "x # y"\n')).toEqual([])
  })
})

describe('lines', () => {
  test('that begin with space: options are errors, comments warnings, the rest is a value', async () => {
    expect(
      await said('[libvirt]\ncpu_models = a,\n  # b,\n  c\nvirt_type = kvm\n cpu_mode = none\n x = y\n'),
    ).toEqual([
      'warning accidental-continuation nova.conf:3:3',
      'error accidental-continuation nova.conf:6:2',
    ])
  })

  test('of one option: twice in one arm only, and not when it takes several values', async () => {
    const arms =
      '[DEFAULT]\n{% if a %}\nhost = a\n{% else %}\nhost = b\n{% endif %}\n{% if c %}\nhost = c\nhost = d\n{% endif %}\n'
    expect(await said(arms)).toEqual(['warning duplicate-option nova.conf:9:1'])
    expect(await said('[pci]\nalias = {"name":"a"}\nalias = {"name":"b"}\n')).toEqual([])
  })
})

describe('secrets', () => {
  test('are found by name, by type and in URLs', async () => {
    expect(
      await said(
        '[DEFAULT]\ntransport_url = rabbit://nova:hunter2@10.0.0.1:5672//\n[neutron]\npassword = hunter2\nmetadata_proxy_shared_secret = "hunter2"\n',
      ),
    ).toEqual([
      'warning plaintext-secret nova.conf:2:31',
      'warning plaintext-secret nova.conf:4:12',
      'warning plaintext-secret nova.conf:5:32',
    ])
  })

  test.each(['{{ x }}', 'CHANGEME', 'NOVA_PASS', '<secret>', 'xxxx', '$other', '%NOVA%', '/run/secret', ''])(
    'are not seen in %j',
    async (value) => {
      const findings = await said(`[neutron]\nusername = neutron\npassword = ${value}\n`)
      expect(findings.filter((finding) => finding.includes('plaintext-secret'))).toEqual([])
    },
  )

  test('with a dollar: only one that names no option is wrong', async () => {
    const connection = (password: string) =>
      said(`[database]\nconnection = mysql://nova:${password}{{ rest }}@10.0.0.1/nova\n`)
    expect(await connection('a$b')).toEqual(['error unescaped-dollar nova.conf:2:28'])
    expect(await connection('a${b}')).toEqual(['error unescaped-dollar nova.conf:2:28'])
    for (const right of ['a$$b', 'a\\$b', 'a$1', 'a$', '$host', '$libvirt.virt_type']) {
      expect(await connection(right)).toEqual([])
    }
  })
})

describe('files of one cloud', () => {
  const whole = '[database]\nconnection = {{ x }}\n'

  test('name back ends that have sections in any of the files', async () => {
    const main = `[DEFAULT]\nenabled_backends = a, "b"\n${whole}`
    expect(await said({ 'etc/cinder/cinder.conf': main })).toEqual([
      'warning backend-without-section etc/cinder/cinder.conf:2:20',
      'warning backend-without-section etc/cinder/cinder.conf:2:24',
    ])
    const other = '[a]\nvolume_driver = x\n[b]\nvolume_driver = y\n'
    expect(await said({ 'etc/cinder/cinder.conf': main, 'etc/cinder/more/cinder.conf': other })).toEqual([])
    expect(await said({ 'config/cinder.conf': '[DEFAULT]\nenabled_backends = a\n' })).toEqual([])
  })

  test('disagree only when most of them agree', async () => {
    expect(await said('[neutron]\nregion_name = a\n[cinder]\nos_region_name = b\n')).toEqual([])
    const keystones = ['http://a:5000', 'http://a:35357/v3', 'http://b:5000']
    const files = Object.fromEntries(
      keystones.map((url, index) => [`etc/nova/nova-${index}.conf`, `[neutron]\nauth_url = ${url}\n`]),
    )
    expect(await said(files)).toEqual(['warning different-keystone etc/nova/nova-2.conf:2:12'])
  })

  test('that are whole have to say where users find Keystone', async () => {
    const section = '[keystone_authtoken]\nauth_url = http://a:5000\n'
    expect(await said({ 'etc/nova/nova.conf': `${section}${whole}` })).toEqual([
      'notice no-public-keystone etc/nova/nova.conf:1:2',
    ])
    expect(await said({ 'config/nova.conf': section })).toEqual([])
    expect(
      await said({ 'etc/nova/nova.conf': `${section}www_authenticate_uri = http://b\n${whole}` }),
    ).toEqual([])
  })

  test('are told once of debug messages', async () => {
    const debug = '[DEFAULT]\ndebug = True\n'
    expect(await said({ 'config/nova.conf': debug, 'config/cinder.conf': debug })).toEqual([
      'notice debug-logging config/cinder.conf:2:9',
    ])
  })
})

describe('variables of openstack-ansible', () => {
  test('are held to the same rules, at the places in YAML', async () => {
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
    expect(await said({ 'openstack_deploy/user_variables.yml': vars })).toEqual([
      'error invalid-value openstack_deploy/user_variables.yml:4:30',
      'error unknown-option openstack_deploy/user_variables.yml:7:5',
      'error invalid-value openstack_deploy/user_variables.yml:12:15',
    ])
  })

  test('may hold anything', async () => {
    const odd = `nova_nova_conf_overrides: [1]
cinder_cinder_conf_overrides: "{{ x }}"
heat_heat_conf_overrides: {DEFAULT: null, 1: 2, __proto__: {constructor: {}}, clients: [a]}
glance_glance_api_conf_overrides: {DEFAULT: {workers: null, debug: !vault x, ? [a] : b}}
`
    const findings = await said({ 'user_variables.yml': odd })
    expect(findings.filter((finding) => finding.startsWith('error'))).toEqual([])
  })
})

test('hostile names and long files do no harm', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const text = names.map((name) => `[${name}]\n${names.map((option) => `${option} = 1\n`).join('')}`).join('')
  expect((await said(text)).every((finding) => !finding.startsWith('error'))).toBe(true)
  const started = performance.now()
  const many = Array.from({ length: 20_000 }, (_, index) => `some_option_${index}_x = $a${index}\n`).join('')
  expect((await said(`[DEFAULT]\n${many}`)).length).toBe(20_000)
  expect(performance.now() - started).toBeLessThan(8000)
})
