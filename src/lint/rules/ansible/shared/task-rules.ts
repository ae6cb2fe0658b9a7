export const PLAY = `- name: Deploy Keystone
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
