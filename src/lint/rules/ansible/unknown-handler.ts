import { asScalar, asSequence, type YamlNode, type YamlScalar } from '../../../yaml/tree.js'
import { isTemplatedValue } from '../../engine/definition.js'
import { defineRule, type Problem } from '../../engine/rule.js'
import { Hints } from '../../readers/ansible/hints.js'
import type { Project } from '../../readers/ansible/project.js'
import { slipOf } from '../../readers/ansible/slip.js'
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

/** What handlers belong to: a play, or a role's folder. */
type Scope = Entries | string | undefined

/** With more names that hold Jinja than people write, any handler may be there. */
const MAX_PATTERNS = 500

class Handlers {
  /** Of all tasks: a file that the handlers of a play include lies anywhere. */
  private readonly names = new Set<string>()
  /** Beginnings and ends of names that hold Jinja. */
  private readonly patterns = new Map<string, { start: string; end: string }>()
  private readonly byScope = new Map<Scope, string[]>()
  /** Plays to which roles or included files may bring handlers. */
  private readonly open = new Set<Scope>()
  private readonly hints = new Hints(similar)

  constructor(tasks: readonly Task[]) {
    for (const task of tasks) {
      if (/^(?:include|import)/.test(task.action?.name ?? '')) this.open.add(scopeOf(task))
      for (const keyword of ['name', 'listen']) {
        for (const { text } of scalars(task.entries.get(keyword)?.value)) this.add(text, task)
      }
    }
  }

  private add(text: string, task: Task): void {
    if (isTemplatedValue(text)) {
      if (!task.isHandler) return
      const start = text.slice(0, text.indexOf('{'))
      const end = text.slice(text.lastIndexOf('}') + 1)
      this.patterns.set(`${start}\n${end}`, { start, end })
      return
    }
    this.names.add(text)
    if (!task.isHandler) return
    const scope = scopeOf(task)
    const own = this.byScope.get(scope)
    if (own) own.push(text)
    else this.byScope.set(scope, [text])
  }

  has(name: string): boolean {
    if (this.patterns.size > MAX_PATTERNS) return true
    // "role : handler" names the handler of one role
    return [name, name.split(' : ').at(-1) ?? name].some(
      (known) =>
        this.names.has(known) ||
        [...this.patterns.values()].some(({ start, end }) => known.startsWith(start) && known.endsWith(end)),
    )
  }

  explain({ text, range }: YamlScalar, owner: Block): Problem | undefined {
    const scope = scopeOf(owner)
    const near = scope === undefined ? undefined : this.hints.near(text, this.byScope.get(scope) ?? [])
    const isWhole = owner.play && !owner.play.has('roles') && !this.open.has(scope)
    if (near === undefined && !isWhole) return undefined
    return {
      file: owner.file,
      range,
      message: `There is no handler "${text}", so the run fails when the task changes something.`,
      help: near === undefined ? 'Add it to the handlers of the play.' : `Did you mean "${near}"?`,
    }
  }
}

export default defineRule<Project>({
  id: 'ansible/unknown-handler',
  severity: 'error',
  summary: 'a task notifies a handler that does not exist',
  help: 'When the task changes something, Ansible looks for a handler of exactly this name, or one that listens to it, and fails the run when there is none: after the change was made, and before the service was restarted. It is an error when a handler has nearly the same name, or when all handlers of the play stand in it; roles that are kept elsewhere may bring handlers, and then nothing is said.',
  example: { bad: GOOD.replace('notify: Restart', 'notify: restart'), good: GOOD },
  *check({ tasks, blocks }) {
    const handlers = new Handlers(tasks)
    for (const owner of [...blocks, ...tasks]) {
      for (const notified of scalars(owner.entries.get('notify')?.value)) {
        if (isTemplatedValue(notified.text) || handlers.has(notified.text)) continue
        const problem = handlers.explain(notified, owner)
        if (problem) yield problem
      }
    }
  },
})

function scalars(node: YamlNode | undefined): YamlScalar[] {
  return (asSequence(node)?.items ?? [node]).flatMap((item) => asScalar(item) ?? [])
}

function scopeOf({ play, role }: Block): Scope {
  return play ?? role
}

/** The handler that was meant: one with other capitals, or a slip away. */
function similar(name: string, others: Iterable<string>): string | undefined {
  const lower = name.toLowerCase()
  for (const other of others) if (other.toLowerCase() === lower) return other
  return slipOf(name, others)
}
