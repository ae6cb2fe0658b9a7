import { defineRule } from '../../engine/rule.js'
import type { Deployment } from '../../readers/openstack_ansible/deployment.js'
import { config, FILE_START } from './shared/environment-rules.js'

export default defineRule<Deployment>({
  id: 'openstack_ansible/committed-inventory',
  severity: 'notice',
  summary: 'the generated inventory is in the repository',
  help: 'openstack_inventory.json is state: the inventory generator writes into it which container has which name and address, whenever it runs. A copy that is older than the cloud makes it invent containers anew. Keep it where the generator runs and back it up from there, or commit it after every run.',
  example: {
    bad: { ...config, 'openstack_inventory.json': '{}\n' },
    good: config,
  },
  check({ files, folder, isWhole }, report) {
    const name = `${folder}openstack_inventory.json`
    if (!isWhole || !files.has(name)) return
    report(
      { range: FILE_START },
      `The generated inventory ${name} is in the repository beside this file.`,
      'Keep it out of the repository, or commit it after every run of the generator.',
    )
  },
})
