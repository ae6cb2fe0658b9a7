import { expect, test } from '@jest/globals'
import { validated } from '../folder.js'

const INVENTORY = `[contorl]
ctl1 ansible_host=192.0.2.11

[keystone:children]
control

[glance:children]
control
`

async function said(text: string): Promise<string[]> {
  const { findings } = await validated({ 'inventory/hosts': text })
  return findings.map(({ rule, line, message, help }) => `${rule} ${line}: ${message} ${help}`)
}

test('a slip in the header of a group that several others need is reported there, once', async () => {
  expect(await said(INVENTORY)).toEqual([
    'ansible/undefined-group 1: The group "control" is not defined, so Ansible refuses this inventory; 2 groups need it, and none needs "contorl". Did you mean "control"?',
  ])
})

test('a slip where a group is named stays there', async () => {
  const text = INVENTORY.replace('contorl', 'control').replace('control\n\n[glance', 'contorl\n\n[glance')
  expect(await said(text)).toEqual([
    'ansible/undefined-group 5: The group "contorl" is not defined, so Ansible refuses this file. Did you mean "control"?',
  ])
})
