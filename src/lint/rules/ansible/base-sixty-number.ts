import { scalarsOf } from '../../../yaml/scalars.js'
import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'

export default defineRule<Project>({
  id: 'ansible/base-sixty-number',
  severity: 'error',
  summary: 'YAML reads a value with colons as a base-60 number',
  help: 'YAML 1.1 reads digits with colons between them as a number to the base 60, unless a part after the first is above 59: 8080:80 is a string, but 80:22 is the number 4822, and some MAC addresses become huge numbers. Put such values in quotes.',
  example: {
    file: 'group_vars/all.yml',
    bad: 'forwarded_port: 80:22\n',
    good: 'forwarded_port: "80:22"\n',
  },
  check({ documents }, report) {
    for (const { path: file, yaml, templated } of documents) {
      // most files have no such value, and searching the text is faster than walking the tree
      if (templated || !yaml || !/\d:[0-5]?\d\b/.test(yaml.source.text)) continue
      for (const { text, value, range } of scalarsOf(yaml.documents)) {
        if (typeof value !== 'number' || !text.includes(':')) continue
        report({ file, range }, `YAML reads ${text} as the number ${value}.`, `Write "${text}", in quotes.`)
      }
    }
  },
})
