import { FILE_START } from '../../../yaml/source.js'
import { defineRule } from '../../engine/rule.js'
import type { OpenstackAnsibleConfig } from '../../readers/openstack_ansible/config.js'
import { MAIN } from './shared/example.js'

export default defineRule<OpenstackAnsibleConfig>({
  id: 'openstack_ansible/committed-inventory',
  severity: 'notice',
  summary: 'the generated inventory is in the repository',
  help: 'openstack_inventory.json is state: whenever the inventory generator runs, it records the name and address of each container in it. With a copy that is older than the cloud, it creates containers again. Keep the file where the generator runs and back it up from there, or commit it after every run.',
  example: {
    bad: { ...MAIN, 'openstack_inventory.json': '{}\n' },
    good: MAIN,
  },
  check({ files, folder, isComplete }, report) {
    const name = `${folder}openstack_inventory.json`
    if (!isComplete || !files.has(name)) return
    report(
      { range: FILE_START },
      `The generated inventory ${name} is in the repository.`,
      'Remove it from the repository, or commit it after every run of the generator.',
    )
  },
})
