import { defineRule, type Problem } from '../../engine/rule.js'
import type { Deployment } from '../../readers/kolla_ansible/deployment.js'
import { atKey } from '../../readers/kolla_ansible/problem.js'
import type { Setting } from '../../readers/kolla_ansible/settings.js'
import { EXAMPLE } from './shared/example.js'
import { isGone } from './shared/name-rules.js'

export default defineRule<Deployment>({
  id: 'kolla_ansible/misspelled-variable',
  severity: 'warning',
  summary: 'a variable that nothing reads is one slip away from one that counts',
  help: "Ansible takes any variable and never says that nothing reads it. A name that neither kolla-ansible's roles nor the repository itself use, and that differs from a real variable by a letter or two in one word, is a misspelling: the cloud is deployed with the default of the variable that was meant.",
  example: {
    bad: `${EXAMPLE}enable_neutron_provider_network: true\n`,
    good: `${EXAMPLE}enable_neutron_provider_networks: true\n`,
  },
  *check(deployment) {
    const { names, kayobeNames, written, kayobe } = deployment
    if (!names) return
    for (const setting of written) {
      if (isGone(deployment, setting) || names.has(setting.name)) continue
      const meant = names.meant(setting.name) ?? names.shiftWithin(setting.name)
      yield* slip(deployment, setting, meant)
    }
    if (!kayobeNames) return
    for (const setting of kayobe) {
      const { name } = setting
      if (kayobeNames.has(name) || names.has(name) || names.has(name.replace(/^kolla_/, ''))) continue
      yield* slip(deployment, setting, kayobeNames.meant(name))
    }
  },
})

function* slip(deployment: Deployment, setting: Setting, meant: string | undefined): Iterable<Problem> {
  if (meant === undefined || deployment.settings.has(meant)) return
  if (deployment.kayobe.some(({ name }) => name === meant)) return
  if (deployment.namesInUse().has(setting.name)) return
  yield atKey(setting, `Nothing reads the variable "${setting.name}".`, `Did you mean "${meant}"?`)
}
