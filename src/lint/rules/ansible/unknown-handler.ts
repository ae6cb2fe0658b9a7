import { asScalar, asSequence, type YamlNode, type YamlScalar } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule } from '../../engine/rule.js'
import { Speller } from '../../engine/speller.js'
import { ONE_TYPO } from '../../readers/ansible/name-uses.js'
import type { Project } from '../../readers/ansible/project.js'
import type { Block, Entries, Task } from '../../readers/ansible/tasks.js'

const GOOD = `- name: Deploy Keystone
  hosts: control
  tasks:
    - name: Write the configuration
      ansible.builtin.template: { src: "{{ conf }}", dest: /etc/keystone/keystone.conf, mode: "0640" }
      notify: Restart keystone
  handlers:
    - name: Restart keystone
      ansible.builtin.service: { name: keystone, state: restarted }
`

export default defineRule<Project>({
  id: 'ansible/unknown-handler',
  severity: 'error',
  summary: 'a task notifies a handler that does not exist',
  help: 'When the task changes something, Ansible looks for a handler with exactly this name, or one that listens to it. If there is none, the run fails after the change and before the service restarts. The rule reports a name that is one typo away from a handler, and any unknown name in a play that defines all of its handlers itself. Roles that are kept elsewhere may define more handlers.',
  example: { bad: GOOD.replace('notify: Restart', 'notify: restart'), good: GOOD },
  check({ tasks, blocks }, report) {
    const handlers = new Handlers(tasks)
    for (const owner of [...blocks, ...tasks]) {
      for (const { text, range } of scalarsIn(owner.entries.get('notify')?.value)) {
        if (isTemplatedValue(text) || handlers.has(text)) continue
        const meant = handlers.typoOf(text, owner)
        if (meant === undefined && !handlers.areComplete(owner)) continue
        report(
          { file: owner.file, range },
          `The handler "${text}" does not exist, so the run fails when the task changes something.`,
          meant === undefined ? 'Add it to the handlers of the play.' : `Did you mean "${meant}"?`,
        )
      }
    }
  },
})

/** The owner of handlers: a play, or the folder of a role. */
type Scope = Entries | string | undefined

/** With more templated names than people write, any handler may exist. */
const MAX_PATTERNS = 500

class Handlers {
  /** The names of all tasks: a play can include a file of handlers from anywhere. */
  private readonly names = new Set<string>()
  /** The constant beginnings and ends of names with Jinja. */
  private readonly patterns = new Map<string, { start: string; end: string }>()
  private readonly byScope = new Map<Scope, string[]>()
  private readonly spellers = new Map<Scope, Speller>()
  /** Scopes to which roles or included files may add handlers. */
  private readonly open = new Set<Scope>()

  constructor(tasks: readonly Task[]) {
    for (const task of tasks) {
      if (/^(?:include|import)/.test(task.action?.name ?? '')) this.open.add(scopeOf(task))
      for (const keyword of ['name', 'listen']) {
        for (const { text } of scalarsIn(task.entries.get(keyword)?.value)) this.add(text, task)
      }
    }
  }

  private add(text: string, task: Task): void {
    if (!isTemplatedValue(text)) this.names.add(text)
    if (!task.isHandler) return
    if (isTemplatedValue(text)) {
      const start = text.slice(0, text.indexOf('{'))
      const end = text.slice(text.lastIndexOf('}') + 1)
      this.patterns.set(`${start}\n${end}`, { start, end })
      return
    }
    const own = this.byScope.get(scopeOf(task))
    if (own) own.push(text)
    else this.byScope.set(scopeOf(task), [text])
  }

  has(name: string): boolean {
    if (this.patterns.size > MAX_PATTERNS) return true
    // "role : handler" is a handler of one role
    return [name, name.split(' : ').at(-1) ?? name].some(
      (known) =>
        this.names.has(known) ||
        [...this.patterns.values()].some(({ start, end }) => known.startsWith(start) && known.endsWith(end)),
    )
  }

  /** The handler in the scope of a task that its name was meant to be. */
  typoOf(name: string, owner: Block): string | undefined {
    const scope = scopeOf(owner)
    if (scope === undefined) return undefined
    const speller = this.spellers.get(scope) ?? new Speller(this.byScope.get(scope) ?? [], ONE_TYPO)
    this.spellers.set(scope, speller)
    return speller.typoOf(name)
  }

  /** Whether the play of a task defines all of its handlers itself. */
  areComplete({ play }: Block): boolean {
    return play !== undefined && !play.has('roles') && !this.open.has(play)
  }
}

function scalarsIn(node: YamlNode | undefined): YamlScalar[] {
  return (asSequence(node)?.items ?? [node]).flatMap((item) => asScalar(item) ?? [])
}

function scopeOf({ play, role }: Block): Scope {
  return play ?? role
}
