export const EXAMPLE = '[control]\nctl1 ansible_host=192.0.2.11\nctl2 ansible_host=192.0.2.12\n'

export const FILE = 'inventory/hosts'
