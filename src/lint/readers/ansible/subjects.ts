import type { RuleSubjects } from '../../engine/rule.js'
import { type Project, projects } from './project.js'

/** The repository as Ansible reads it: playbooks, roles, inventories and requirements. */
export const subjects: RuleSubjects<Project> = {
  kind: 'ansible',
  exampleFile: 'site.yml',
  subjects: projects,
}
