// A repository of definitions as large as asked for: what openstack-ansible and Heat users keep, in files of usual size.
// The same size gives the same bytes every time.
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

/** One template alone, of about as many megabytes. */
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
    value: [${Array.from({ length }, (_, i) => `{ get_attr: [server_${i}, first_address] }`).join(', ')}]
`
  return [`heat/web-${n}.yaml`, text]
}

function variables(n) {
  const lines = Array.from(
    { length: 25 },
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

function playbook(n) {
  const tasks = Array.from(
    { length: 20 },
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
  hosts: service_all
  gather_facts: true
  become: true
  handlers:
    - name: Restart the service
      ansible.builtin.systemd: { name: service-${n}, state: restarted }
  tasks:${tasks.join('\n')}
`
  return [`playbooks/service-${n}.yml`, text]
}

function hosts(n) {
  const machines = Array.from(
    { length: 50 },
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
