// Writes a repository of definitions of a given size: files of openstack-ansible, kolla-ansible and Heat. The same size gives
// the same bytes.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** @returns the number of files and bytes that were written */
export async function writeRepository(folder, megabytes) {
  const kinds = [heatTemplate, variables, playbook, hosts]
  let bytes = 0
  let files = 0
  while (bytes < megabytes * 1024 * 1024) {
    const [path, text] = kinds[files % kinds.length](files)
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
    bytes += Buffer.byteLength(text)
    files++
  }
  return { files, bytes }
}

/** That many files of all kinds, of about 2 kB, the average size of real definitions. */
export async function writeFiles(folder, count) {
  const kinds = [
    (n) => heatTemplate(n, 2),
    (n) => variables(n, 3),
    (n) => playbook(n, 4),
    (n) => hosts(n, 12),
    serviceConfiguration,
    globals,
    balancer,
  ]
  let bytes = 0
  for (let n = 0; n < count; n++) {
    const [path, text] = kinds[n % kinds.length](n)
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
    bytes += Buffer.byteLength(text)
  }
  return { files: count, bytes }
}

/** A single template of about that many megabytes. */
export async function writeTemplate(folder, megabytes) {
  const [, small] = heatTemplate(0, 100)
  const servers = Math.round((100 * megabytes * 1024 * 1024) / Buffer.byteLength(small))
  const [path, text] = heatTemplate(0, servers)
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
  return { files: 1, bytes: Buffer.byteLength(text) }
}

function heatTemplate(n, length = 10) {
  const servers = Array.from(
    { length },
    (_, i) => `
  server_${i}:
    type: OS::Nova::Server
    depends_on: [network]
    properties:
      name: { list_join: ["-", [{ get_param: "OS::stack_name" }, "web", "${n}", "${i}"]] }
      image: { get_param: image }
      flavor: { get_param: flavor }
      user_data_update_policy: IGNORE
      networks:
        - port: { get_resource: port_${i} }
      user_data:
        str_replace:
          template: |
            #!/bin/bash
            # the address of $name is written where the service looks for it
            echo "listen $address:80" > /etc/web/listen.conf
            systemctl restart web
          params:
            $name: web-${n}-${i}
            $address: { get_attr: [port_${i}, fixed_ips, 0, ip_address] }
  port_${i}:
    type: OS::Neutron::Port
    properties:
      network: { get_resource: network }
      security_groups: [default]`,
  )
  const text = `heat_template_version: 2018-08-31
description: Web servers, group ${n}

parameters:
  image: { type: string, description: The image that servers boot from, default: debian-12 }
  flavor: { type: string, default: m1.small }

resources:
  network:
    type: OS::Neutron::Net
    properties: { name: web-${n} }${servers.join('')}

outputs:
  addresses:
    description: Where the servers are
    value: [${Array.from({ length }, (_, i) => `{ get_attr: [port_${i}, fixed_ips, 0, ip_address] }`).join(', ')}]
`
  return [`heat/web-${n}.yaml`, text]
}

function variables(n, length = 25) {
  const lines = Array.from(
    { length },
    (_, i) => `
# How many workers serve API ${i}: one for each core, but not more than eight
service_${n}_${i}_workers: "{{ [ansible_processor_vcpus | default(2), 8] | min }}"
service_${n}_${i}_enabled: ${i % 3 !== 0}
service_${n}_${i}_endpoints:
  internal: "http://{{ internal_lb_vip_address }}:${8000 + i}/v3"
  public: 'https://{{ external_lb_vip_address }}:${8000 + i}/v3'
service_${n}_${i}_overrides:
  DEFAULT: { debug: false, log_dir: /var/log/service }
  oslo_messaging_rabbit:
    heartbeat_timeout_threshold: 60
    rabbit_quorum_queue: true`,
  )
  return [`openstack_deploy/group_vars/group_${n}.yml`, `---${lines.join('\n')}\n`]
}

function playbook(n, length = 20) {
  const tasks = Array.from(
    { length },
    (_, i) => `
    - name: Write the configuration of part ${i}
      ansible.builtin.template:
        src: part-${i}.conf.j2
        dest: /etc/service-${n}/part-${i}.conf
        owner: root
        group: service
        mode: "0640"
      when:
        - service_enabled | default(true) | bool
        - "'service_all' in group_names"
      notify: Restart the service
      tags: [service, service-config]`,
  )
  const text = `---
- name: Service ${n}
  hosts: computes_${n + 1}
  gather_facts: true
  become: true
  handlers:
    - name: Restart the service
      ansible.builtin.systemd: { name: service-${n}, state: restarted }
  tasks:${tasks.join('\n')}
`
  return [`playbooks/service-${n}/site.yml`, text]
}

function hosts(n, length = 50) {
  const machines = Array.from(
    { length },
    (_, i) => `
        node-${n}-${i}:
          ansible_host: 10.${n % 250}.${i}.10
          rack: r${i % 12}
          interfaces: [{ name: eth0, mtu: 9000 }, { name: eth1, mtu: 1500 }]`,
  )
  return [
    `inventories/site-${n}/hosts.yml`,
    `all:\n  children:\n    computes_${n}:\n      hosts:${machines.join('')}\n`,
  ]
}

function serviceConfiguration(n) {
  const text = `# How nova runs at site ${n}
[DEFAULT]
use_stderr = false
state_path = /var/lib/nova
# twice as much memory as the hypervisor itself needs
reserved_host_memory_mb = 2048
cpu_allocation_ratio = 4.0
report_interval = ${1 + (n % 8)}
service_down_time = 60

[api]
max_limit = 1000

[scheduler]
workers = 2
discover_hosts_in_cells_interval = 300

[filter_scheduler]
max_instances_per_host = 50
enabled_filters = ComputeFilter,ComputeCapabilitiesFilter,ImagePropertiesFilter

[libvirt]
virt_type = kvm
cpu_mode = host-model
live_migration_permit_post_copy = true

[neutron]
region_name = region-${n}
service_metadata_proxy = true

[oslo_messaging_rabbit]
heartbeat_timeout_threshold = 60
rabbit_quorum_queue = true
`
  return [`sites/site-${n}/config/nova.conf`, text]
}

function globals(n) {
  const services = ['cinder', 'grafana', 'heat', 'horizon', 'ironic', 'magnum', 'prometheus']
  const text = `---
# The cloud at site ${n}
openstack_release: "2026.1"
kolla_base_distro: debian
kolla_internal_vip_address: 10.${Math.floor(n / 250)}.${n % 250}.250
kolla_external_vip_address: 198.18.${Math.floor(n / 250)}.${n % 250}
kolla_enable_tls_external: true
network_interface: eth0
neutron_external_interface: eth1
neutron_bridge_name: br-ex
neutron_plugin_agent: ovn
keepalived_virtual_router_id: "${60 + (n % 190)}"
enable_cinder_backend_lvm: true
cinder_volume_group: cinder-volumes
${services.map((service) => `enable_${service}: ${service !== 'ironic'}`).join('\n')}
glance_backend_file: true
nova_compute_virt_type: kvm
fernet_token_expiry: 86400
`
  return [`clouds/cloud-${n}/etc/kolla/globals.yml`, text]
}

function balancer(n) {
  const services = Array.from(
    { length: 5 },
    (_, i) => `
frontend service_${i}
    bind 10.1.${n % 250}.10:${8000 + i}
    default_backend service_${i}

backend service_${i}
    option httpchk
    http-check send meth GET uri /healthcheck
    server node-1 10.1.${n % 250}.11:${8000 + i} check inter 2s rise 2 fall 3
    server node-2 10.1.${n % 250}.12:${8000 + i} check inter 2s rise 2 fall 3
`,
  )
  const text = `global
    log /dev/log local0
    hard-stop-after 10m
    stats socket /run/haproxy/admin.sock mode 660 level admin
    server-state-file /var/lib/haproxy/state

defaults
    log global
    mode http
    option redispatch
    retries 3
    load-server-state-from-file global
    timeout connect 5s
    timeout client 60s
    timeout server 60s
    timeout check 5s
${services.join('')}`
  return [`balancers/balancer-${n}/haproxy.cfg`, text]
}
