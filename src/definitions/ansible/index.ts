import { ruleSet } from '../rule.js'
import {
  duplicateHost,
  groupLoop,
  inventoryComment,
  inventorySyntax,
  sharedAddress,
  undefinedGroup,
} from './inventory-rules.js'
import { type Project, projects } from './project.js'
import { varsWithoutGroup, varsWithoutHost } from './vars-file-rules.js'

/** What holds for playbooks, roles, inventories and requirements. */
export const ansibleRules = ruleSet<Project>({
  kind: 'ansible',
  exampleFile: 'site.yml',
  rules: [
    inventorySyntax,
    undefinedGroup,
    groupLoop,
    duplicateHost,
    sharedAddress,
    inventoryComment,
    varsWithoutGroup,
    varsWithoutHost,
  ],
  subjects: projects,
})
