import { expect, test } from '@jest/globals'
import { definitionOf } from '../../../src/lint/engine/files/read.js'

function kindOf(path: string, text: string): string {
  return definitionOf(Buffer.from(text), path)?.kind ?? 'not a definition'
}

const HOSTS = 'identity_hosts:\n  infra1: { ip: 172.29.236.11 }\n'

test.each([
  ['heat', 'stack.yaml', 'heat_template_version: 2018-08-31\n'],
  ['heat', 'stack.template', '"heat_template_version": "2018-08-31"\n'],
  ['heat', 'stack.hot', 'description: x\nheat_template_version: rocky\n'],
  ['heat', 'broken.yaml', 'heat_template_version: rocky\nresources: [\n'],
  ['yaml', 'cfn.template', '{"AWSTemplateFormatVersion": "2010-09-09"}\n'],
  ['yaml', 'notes.yaml', 'text: "heat_template_version: rocky"\n'],
  ['not a definition', 'nginx.conf.template', 'server { listen 80; }\n'],
  ['heat_environment', 'region.env', 'parameters:\n  flavor: small\n'],
  ['heat_environment', 'region.yaml', 'parameter_defaults: {}\nsomething_else: 1\n'],
  ['heat_environment', 'region.yaml', 'parameters: {}\n'],
  ['yaml', 'job.yaml', 'parameters: {}\nsteps: []\n'],
  ['not a definition', '.env', 'TOKEN="a: b"\nexport URL=http://x\n'],
  ['not a definition', 'region.env', 'export parameters=1\n'],
  ['openstack_ansible', 'etc/openstack_user_config.yml', ''],
  ['openstack_ansible', 'etc/conf.d/keystone.yml', HOSTS],
  ['openstack_ansible', 'etc/conf.d/keystone.yml', HOSTS.replace('_', '-')],
  ['yaml', 'etc/keystone.yml', HOSTS],
  ['yaml', 'etc/conf.d/nginx.yml', 'worker: 1\n'],
  ['openstack_ansible', 'prod.yml', 'cidr_networks: {}\nglobal_overrides: {}\n'],
  ['openstack_ansible', 'prod.yml', `global_overrides: {}\n${HOSTS}`],
  ['openstack_ansible', 'etc/env.d/mine.yml', 'physical_skel: {}\n'],
  ['manifest', 'changeover.yml', 'version: 1\n'],
  ['yaml', 'nested/changeover.yml', 'version: 1\n'],
  ['yaml', 'two.yaml', 'heat_template_version: rocky\n---\na: 1\n'],
  ['yaml', 'list.yml', '- name: all\n'],
  ['yaml', 'text.yml', 'just a text\n'],
])('%s: %s %j', (kind, path, text) => {
  expect(kindOf(path, text)).toBe(kind)
})
