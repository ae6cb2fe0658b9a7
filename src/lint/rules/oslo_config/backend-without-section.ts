import { defineRule } from '../../engine/rule.js'
import type { ConfigOption, Environment } from '../../readers/oslo_config/config.js'
import { partOf } from '../../readers/oslo_config/rule.js'
import { isWhole, optionsOf } from './shared/cloud-rules.js'

const BACKENDS: ReadonlyMap<string, string> = new Map([
  ['cinder', 'enabled_backends'],
  ['manila', 'enabled_share_backends'],
])

export default defineRule<Environment>({
  id: 'oslo_config/backend-without-section',
  severity: 'warning',
  summary: 'An enabled back end that has no section',
  help: 'Cinder reads the settings of each of its enabled_backends from the section of that name, and Manila those of its enabled_share_backends. Without the section the back end runs with defaults that fit nothing, or does not start. Only files that are whole are held to this: those that also say where the database is, since deployment tools write sections of their own beside what operators override. Write the section, or take the name out.',
  example: {
    file: 'etc/cinder/cinder.conf',
    bad: '[DEFAULT]\nenabled_backends = ceph,nfs\n\n[database]\nconnection = {{ cinder_database }}\n\n[ceph]\nvolume_driver = cinder.volume.drivers.rbd.RBDDriver\nrbd_pool = volumes\n',
    good: '[DEFAULT]\nenabled_backends = ceph\n\n[database]\nconnection = {{ cinder_database }}\n\n[ceph]\nvolume_driver = cinder.volume.drivers.rbd.RBDDriver\nrbd_pool = volumes\n',
  },
  check({ files }, report) {
    for (const [service, name] of BACKENDS) {
      const own = files.filter((file) => file.service === service && !file.isVariable)
      if (!own.some(isWhole)) continue
      const sections = new Set(own.flatMap((file) => file.sections.map(({ ini }) => ini.name)))
      for (const file of own) {
        for (const option of optionsOf(file, 'DEFAULT', name)) {
          if (option.ini.isTemplated || option.ini.lines.length > 1) continue
          for (const { text, at } of itemsOf(option)) {
            if (sections.has(text)) continue
            report(
              { file: file.path, range: partOf(option, at, text.length) },
              `The back end "${text}" has no section [${text}].`,
              'Write the section with its driver, or take the name out of the list.',
            )
          }
        }
      }
    }
  },
})

/** The items of a list, and where each begins within the value as it is written. */
function itemsOf({ ini }: ConfigOption): { text: string; at: number }[] {
  const written = ini.lines[0]?.text ?? ''
  return [...written.matchAll(/[^\s,"']+/g)].map((match) => ({ text: match[0], at: match.index }))
}
