import type { Definition } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { hasOwnPage } from './shared/index.js'

export default defineRule<Definition>({
  id: 'yaml/duplicate-key',
  severity: 'error',
  summary: 'a mapping has the same key twice',
  help: 'The loaders of Ansible and Heat keep the last of two equal keys and say nothing (Ansible warns at most), so the first value is silently lost, with everything below it. Merge the two, or remove one.',
  example: {
    bad: 'internal_vip: 172.29.236.9\nexternal_vip: 203.0.113.9\ninternal_vip: 172.29.236.10\n',
    good: 'internal_vip: 172.29.236.10\nexternal_vip: 203.0.113.9\n',
  },
  check(file, report) {
    if (!hasOwnPage(file)) return
    for (const { kind, range, message } of file.yaml?.problems ?? []) {
      if (kind !== 'duplicate_key') continue
      report({ range }, sentence(message), 'Keep one of the two, or merge them.')
    }
  },
})

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`
}
