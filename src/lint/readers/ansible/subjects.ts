import type { RuleSubjects } from '../../engine/rule.js'
import { type Project, projects } from './project.js'

/** Playbooks, roles, inventories and requirements. */
export const subjects: RuleSubjects<Project> = {
  kind: 'ansible',
  exampleFile: 'site.yml',
  subjects: projects,
}
