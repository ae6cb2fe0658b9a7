import type { Definition } from '../../engine/definition.js'
import type { RuleContext, RuleSubjects } from '../../engine/rule.js'
import { optionFacts } from '../../facts/oslo_config.js'
import { type ConfigFile, type ConfigFiles, configFile, type ReadFile } from './config.js'
import { readIni } from './ini.js'
import { overridesIn } from './overrides.js'
import { serviceOfFile } from './services.js'

/** The files that oslo.config reads, and the variables that are rendered into one, grouped by cloud. */
export const subjects: RuleSubjects<ConfigFiles> = {
  kind: 'oslo_config',
  exampleFile: 'nova.conf',
  *subjects(definitions: readonly Definition[], context: RuleContext) {
    const folders = new Map<string, ReadFile[]>()
    for (const file of definitions.flatMap(readFiles)) {
      const folder = rootOf(file.path)
      const files = folders.get(folder)
      if (files) files.push(file)
      else folders.set(folder, [file])
    }
    const { isAssumed, release } = context.facts
    for (const read of folders.values()) {
      const files = configFiles(read, context)
      const options = files.flatMap(({ sections }) => sections.flatMap((section) => section.options))
      yield { path: files[0]?.path ?? '', files, options, isAssumed, release }
    }
  },
}

/** The configuration files that a definition is or contains. */
function readFiles(definition: Definition): ReadFile[] {
  const { kind, path, text, yaml } = definition
  if (kind !== 'oslo_config') return yaml && text.includes('_overrides') ? overridesIn(definition) : []
  const title = path.slice(path.lastIndexOf('/') + 1)
  return [{ path, title, isVariable: false, ini: readIni(text), service: serviceOfFile(path) }]
}

/** `…/config/nova/nova-compute.conf` and `…/config/nova.conf` belong together, as do `etc/nova/…` and `etc/glance/…`. */
function rootOf(path: string): string {
  const parts = path.split('/').slice(0, -1)
  const named = parts.findLastIndex((part) =>
    /^(?:config|overlays|etc|openstack_deploy|group_vars|host_vars)$/.test(part),
  )
  return (named === -1 ? parts : parts.slice(0, named + 1)).join('/')
}

function configFiles(files: readonly ReadFile[], context: RuleContext): ConfigFile[] {
  const words = new Map<string | undefined, ReadonlySet<string>>()
  return files.map((file) => {
    const { service } = file
    const isMentioned = (word: string) => {
      const known = words.get(service) ?? wordsOf(files.filter((other) => other.service === service))
      words.set(service, known)
      return known.has(word)
    }
    return configFile(file, service && optionFacts(context, service), isMentioned)
  })
}

/** All words in values: they name back ends, stores, sections of credentials… */
function wordsOf(files: readonly ReadFile[]): Set<string> {
  const words = new Set<string>()
  for (const { ini } of files) {
    for (const { options } of ini.sections) {
      for (const { value } of options) for (const word of value.split(/[\s,:;=[\]'"]+/)) words.add(word)
    }
  }
  return words
}
