import { describe, expect, test } from '@jest/globals'
import type { Definition } from '../../../src/lint/engine/definition.js'
import { definitionOf } from '../../../src/lint/engine/files/read.js'
import { meaningChanges } from '../../../src/plan/meaning.js'

function definitions(files: Record<string, string>): Definition[] {
  return Object.entries(files).flatMap(([path, text]) => definitionOf(Buffer.from(text), path) ?? [])
}

/** The changes in one file, as `kind: mark what name before → after`. */
function changes(path: string, before: string, after: string): string[] {
  return changesOf({ [path]: before }, { [path]: after })
}

function changesOf(before: Record<string, string>, after: Record<string, string>): string[] {
  const kinds = meaningChanges(definitions(before), definitions(after))
  return Object.entries(kinds).flatMap(([kind, list]) =>
    list.map(({ change, what, name, before: was, after: is }) => {
      const values = [was, is].filter((value) => value !== null && value !== '').join(' → ')
      return `${kind}: ${change} ${what} ${name}${values === '' ? '' : ` ${values}`}`
    }),
  )
}

const heat = (resources: string) =>
  `heat_template_version: 2021-04-16\nparameters:\n  flavor: {type: string}\nresources:\n${resources}`

describe('changes in meaning', () => {
  test('Heat: resources, their properties, parameters and outputs', () => {
    const before = heat(
      '  web: {type: OS::Nova::Server, properties: {image: jammy, flavor: m1}}\n  old: {type: OS::Heat::None, properties: {a: 1}}\n',
    )
    const after = `${heat(
      '  web: {type: OS::Nova::Server, depends_on: net, properties: {flavor: m1, image: noble}}\n  net: {type: OS::Neutron::Net}\n',
    )}outputs: {ip: {value: 1}}\n`
    expect(changes('heat/app.yaml', before, after)).toEqual([
      'heat: added output ip {value: 1}',
      'heat: changed property web.image jammy → noble',
      'heat: added property web:.depends_on net',
      'heat: added resource net OS::Neutron::Net',
      'heat: removed resource old OS::Heat::None',
    ])
  })

  test('Heat environments', () => {
    expect(
      changes(
        'heat/app.env.yaml',
        'parameters: {size: 1}\nresource_registry: {}\n',
        'parameters: {size: 2}\nresource_registry: {"My::Net": net.yaml}\n',
      ),
    ).toEqual([
      'heat_environment: changed parameter size 1 → 2',
      'heat_environment: added resource My::Net net.yaml',
    ])
  })

  test('openstack-ansible: hosts with groups and addresses, networks, options; also when they move', () => {
    const main = (networks: string, hosts: string, more = '') =>
      `cidr_networks: {${networks}}\nglobal_overrides:\n  internal_lb_vip_address: 10.0.0.9\n${more}${hosts}`
    const before = {
      'etc/openstack_deploy/openstack_user_config.yml': main(
        'container: 10.0.0.0/22',
        'compute_hosts:\n  c1: {ip: 10.0.0.11}\n  c2: {ip: 10.0.0.12}\nstorage_hosts:\n  s1: {ip: 10.0.0.21}\n',
      ),
    }
    const after = {
      'etc/openstack_deploy/openstack_user_config.yml': main(
        'container: 10.0.0.0/21, storage: 10.0.8.0/22',
        'compute_hosts:\n  c1: {ip: 10.0.0.11}\n  c3: {ip: 10.0.0.13}\nnetwork_hosts:\n  c1: {ip: 10.0.0.11}\n',
        '  provider_networks:\n    - network: {net_name: vlan, type: vlan, range: "1:9"}\n',
      ),
      'etc/openstack_deploy/conf.d/storage.yml': 'storage_hosts:\n  s1: {ip: 10.0.0.21}\n',
      'etc/openstack_deploy/user_variables.yml': 'nova_cpu_mode: host-model\n',
    }
    expect(changesOf(before, after)).toEqual([
      'openstack_ansible: changed host c1 compute_hosts, ip: 10.0.0.11 → compute_hosts, ip: 10.0.0.11, network_hosts',
      'openstack_ansible: removed host c2 compute_hosts, ip: 10.0.0.12',
      'openstack_ansible: added host c3 compute_hosts, ip: 10.0.0.13',
      'openstack_ansible: changed network container 10.0.0.0/22 → 10.0.0.0/21',
      'openstack_ansible: added network storage 10.0.8.0/22',
      'openstack_ansible: added network vlan net_name: vlan, range: 1:9, type: vlan',
      'openstack_ansible: added option nova_cpu_mode host-model',
    ])
  })

  test('kolla-ansible: services and options', () => {
    expect(
      changes(
        'etc/kolla/globals.yml',
        'kolla_base_distro: ubuntu\nenable_magnum: "no"\n',
        'enable_octavia: "yes"\nkolla_base_distro: debian\nenable_magnum: "yes"\n',
      ),
    ).toEqual([
      'kolla_ansible: changed option kolla_base_distro ubuntu → debian',
      'kolla_ansible: changed service enable_magnum no → yes',
      'kolla_ansible: added service enable_octavia yes',
    ])
  })

  test('Ansible: inventories, plays and tasks', () => {
    expect(
      changes(
        'inventories/production/hosts',
        '[control]\nctl1 ansible_host=10.0.0.1\nctl2\n[all:vars]\nmtu=1500\n',
        '[control]\nctl1 ansible_host=10.0.0.2\n[compute]\nctl1\n[all:vars]\nmtu=9000\n',
      ),
    ).toEqual([
      'ansible: changed group all mtu: 1500 → mtu: 9000',
      'ansible: changed host ctl1 ansible_host: 10.0.0.1, control → ansible_host: 10.0.0.2, compute, control',
      'ansible: removed host ctl2 control',
    ])
    const play = (task: string) =>
      `- name: All\n  hosts: all\n  tasks:\n    - name: One\n      ansible.builtin.command: ${task}\n`
    expect(changes('playbooks/site.yml', play('a'), play('b'))).toEqual([
      expect.stringMatching(/^ansible: changed play All .*command: a.* → .*command: b/),
    ])
  })

  test('configuration of services, HAProxy, clouds and changeover.yml', () => {
    expect(
      changes(
        'etc/nova/nova.conf',
        '[DEFAULT]\ndebug = false\n[libvirt]\ncpu_mode = none\n',
        '[libvirt]\ncpu_mode = host-model\n[DEFAULT]\n# still quiet\ndebug = false\n',
      ),
    ).toEqual(['oslo_config: changed option [libvirt] cpu_mode none → host-model'])
    expect(
      changes(
        'haproxy/haproxy.cfg',
        'global\n  maxconn 10\nbackend keystone\n  balance source\n  server a 10.0.0.1:5000 check\n',
        'global\n  maxconn 20\nbackend keystone\n  balance source\n  server a 10.0.0.2:5000 check\nbackend glance\n  server g 10.0.0.3:9292\n',
      ),
    ).toEqual([
      'haproxy: changed option global: maxconn 10 → 20',
      'haproxy: added proxy backend glance',
      'haproxy: changed server backend keystone: a 10.0.0.1:5000 check → 10.0.0.2:5000 check',
    ])
    expect(
      changes(
        'clouds.yaml',
        'clouds: {one: {region_name: a, auth: {auth_url: "http://a"}}}\n',
        'clouds: {one: {region_name: b, auth: {auth_url: "http://a"}}, two: {region_name: c}}\n',
      ),
    ).toEqual(['clouds: added cloud two', 'clouds: changed option one.region_name a → b'])
    const manifest = (more: string) =>
      `version: 1\nname: x\nenvironments:\n  staging: {strategy: in_place, ${more}}\n`
    expect(
      changes(
        'changeover.yml',
        manifest('deploy: {run: a}'),
        `${manifest('deploy: {run: b}')}services: {glance: {}}\n`,
      ),
    ).toEqual([
      'manifest: changed option staging.deploy {run: a} → {run: b}',
      'manifest: added service glance {}',
    ])
  })

  test('order, comments, formatting and unreadable files are not changes', () => {
    expect(
      changes('etc/kolla/globals.yml', 'a: 1\nb: {c: 1, d: 2}\n', '# b\nb:\n  d: 2\n  c: 1\na: 0x1\n'),
    ).toEqual([])
    expect(changes('heat/app.yaml', heat('  a: {type: x}\n'), heat('  a: {type: x\n'))).toEqual([])
  })

  test('cuts values that refer to each other endlessly', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let n = 1; n < 12; n++)
      lines.push(
        `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      )
    const before = `kolla_base_distro: ubuntu\n${lines.join('\n')}\n`
    expect(changes('etc/kolla/globals.yml', before, before.replace('ubuntu', 'debian'))).toEqual([
      'kolla_ansible: changed option kolla_base_distro ubuntu → debian',
    ])
  })
})

describe('secrets', () => {
  test.each<[string, string]>([
    ['etc/kolla/globals.yml', 'kolla_base_distro: x\nkeystone_admin_password: SECRET\n'],
    ['etc/kolla/globals.yml', 'kolla_base_distro: x\nbackend: {users: [{name: a, api_key: SECRET}]}\n'],
    ['etc/kolla/globals.yml', 'kolla_base_distro: x\ndb_url: "mysql://nova:SECRET@db/nova"\n'],
    ['etc/kolla/passwords.yml', 'keystone_admin_password: a\nwhatever: SECRET\n'],
    ['etc/openstack_deploy/user_secrets.yml', 'haproxy_stats: SECRET\n'],
    [
      'etc/nova/nova.conf',
      '[DEFAULT]\ntransport_url = rabbit://nova:SECRET@mq:5672/\n[x]\nmetadata_proxy_shared_secret = SECRET\n',
    ],
    ['inventories/hosts', '[control]\nctl1 ansible_password=SECRET\n'],
    ['clouds.yaml', 'clouds: {one: {auth: {password: SECRET, application_credential_secret: SECRET}}}\n'],
    [
      'haproxy/haproxy.cfg',
      'userlist u\n  user a insecure-password SECRET\nlisten s\n  stats auth admin:SECRET\n',
    ],
    ['heat/app.yaml', heat('  p: {type: OS::Heat::Value, properties: {admin_password: SECRET}}\n')],
    ['heat/app.env.yaml', 'parameters: {db_passphrase: SECRET}\nresource_registry: {}\n'],
  ])('in %s are compared and not shown: %j', (path, text) => {
    const [before, after] = [text.replaceAll('SECRET', 'Eerste1'), text.replaceAll('SECRET', 'Tweede2')]
    const found = changes(path, before, after)
    expect(found.length).toBeGreaterThan(0)
    expect(found.join('\n')).not.toMatch(/Eerste1|Tweede2/)
    expect(
      [...changesOf({}, { [path]: before }), ...changesOf({ [path]: before }, {})].join('\n'),
    ).not.toContain('Eerste1')
  })
})
