/** A playbook of one play. */
export const PLAY = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Greet
      ansible.builtin.ping:
`

/** A playbook with a task that has several keywords. */
export const TASK = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Write the configuration
      ansible.builtin.template:
        src: "{{ item }}"
        dest: /etc/keystone/
        mode: "0640"
      when: keystone_enabled
      loop: [keystone.conf]
`

export const INVENTORY_FILE = 'inventory/hosts'
export const INVENTORY = '[control]\nctl1 ansible_host=192.0.2.11\nctl2 ansible_host=192.0.2.12\n'

export const REQUIREMENTS_FILE = 'requirements.yml'
export const REQUIREMENTS = `roles:
  - name: ntp
    src: https://git.example.com/ansible-role-ntp
    scm: git
    version: 1.4.2
collections:
  - name: openstack.cloud
    version: 2.3.0
`
