import { defineRule } from '../../engine/rule.js'
import {
  type ConfigFiles,
  type ConfigOption,
  isComplete,
  optionsIn,
  withinValue,
} from '../../readers/oslo_config/config.js'

/** The option that lists the back ends of a service. */
const BACKENDS = { cinder: 'enabled_backends', manila: 'enabled_share_backends' } as const

export default defineRule<ConfigFiles>({
  id: 'oslo_config/backend-without-section',
  severity: 'warning',
  summary: 'an enabled back end has no section',
  help: 'Cinder reads the settings of each back end in enabled_backends from the section of the same name; Manila does so for enabled_share_backends. Without the section, the back end runs with defaults that do not fit it, or does not start. Only complete files are checked, which are those that set the database: deployment tools add sections of their own to the others. Add the section, or remove the name from the list.',
  example: {
    file: 'etc/cinder/cinder.conf',
    bad: '[DEFAULT]\nenabled_backends = ceph,nfs\n\n[database]\nconnection = {{ cinder_database }}\n\n[ceph]\nvolume_driver = cinder.volume.drivers.rbd.RBDDriver\nrbd_pool = volumes\n',
    good: '[DEFAULT]\nenabled_backends = ceph\n\n[database]\nconnection = {{ cinder_database }}\n\n[ceph]\nvolume_driver = cinder.volume.drivers.rbd.RBDDriver\nrbd_pool = volumes\n',
  },
  check({ files }, report) {
    for (const [service, name] of Object.entries(BACKENDS)) {
      const own = files.filter((file) => file.service === service && !file.isVariable)
      if (!own.some(isComplete)) continue
      const sections = new Set(own.flatMap((file) => file.sections.map((section) => section.name)))
      for (const option of own.flatMap((file) => optionsIn(file, 'DEFAULT', name))) {
        for (const { text, at } of itemsOf(option)) {
          if (sections.has(text)) continue
          report(
            withinValue(option, at, text.length),
            `The back end "${text}" has no section [${text}].`,
            'Add the section with its driver, or remove the name from the list.',
          )
        }
      }
    }
  },
})

/** The items of a list on one line, and where each starts within the value. */
function itemsOf({ isTemplated, lines }: ConfigOption): { text: string; at: number }[] {
  if (isTemplated || lines.length > 1) return []
  const written = lines[0]?.text ?? ''
  return [...written.matchAll(/[^\s,"']+/g)].map((match) => ({ text: match[0], at: match.index }))
}
