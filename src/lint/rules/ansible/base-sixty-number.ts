import { defineRule } from '../../engine/rule.js'
import type { Project } from '../../readers/ansible/project.js'
import { scalarsOf } from '../../readers/ansible/scalars.js'

export default defineRule<Project>({
  id: 'ansible/base-sixty-number',
  severity: 'error',
  summary: 'a value with colons is read as a number to the base of sixty',
  help: 'In YAML 1.1 digits with colons between them are a number to the base of sixty, as long as none of them after the first is above 59: the ports 8080:80 are text, but 80:22 is the number 4822, and some MAC addresses are huge numbers. Put such values in quotes.',
  example: {
    file: 'group_vars/all.yml',
    bad: 'forwarded_port: 80:22\n',
    good: 'forwarded_port: "80:22"\n',
  },
  check({ documents }, report) {
    for (const { path, yaml, templated } of documents) {
      // in most files there is none: the text says so faster than the tree
      if (templated || !yaml || !/\d:[0-5]?\d\b/.test(yaml.source.text)) continue
      for (const scalar of scalarsOf(yaml.documents)) {
        if (typeof scalar.value !== 'number' || !scalar.text.includes(':')) continue
        report(
          { file: path, range: scalar.range },
          `YAML reads ${scalar.text} as the number ${scalar.value}.`,
          `Write "${scalar.text}", in quotes.`,
        )
      }
    }
  },
})
