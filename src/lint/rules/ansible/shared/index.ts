import { ruleSet } from '../../../engine/rule.js'
import { conditionDelimiters } from './condition-rules.js'
import { ignoredFailure } from './failure-rules.js'
import { missingPlaybook, missingTasks, missingTemplate, missingVarsFile } from './file-rules.js'
import { unknownHandler } from './handler-rules.js'
import { unknownGroupReference, unknownHosts } from './host-pattern-rules.js'
import {
  duplicateHost,
  groupLoop,
  inventorySyntax,
  sharedAddress,
  undefinedGroup,
} from './inventory-rules.js'
import { cutValue, ignoredKey, inventoryComment } from './inventory-value-rules.js'
import { playWithoutHosts, unguardedSerial, unknownPlayKeyword } from './play-rules.js'
import { type Project, projects } from '../../../readers/ansible/project.js'
import { contradictoryRequirement, invalidRequirement, mutableRequirement } from './requirement-rules.js'
import { unknownRole } from './role-rules.js'
import { plaintextPassword, secretInOutput } from './secret-rules.js'
import {
  conflictingActions,
  invalidLoop,
  invalidVariableName,
  taskWithoutAction,
  unknownBlockKeyword,
} from './task-rules.js'
import { falseText } from './truth-rules.js'
import { baseSixtyNumber, decimalMode, shortenedVersion } from './value-rules.js'
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
    cutValue,
    ignoredKey,
    varsWithoutGroup,
    varsWithoutHost,
    unknownPlayKeyword,
    playWithoutHosts,
    unguardedSerial,
    conflictingActions,
    taskWithoutAction,
    unknownBlockKeyword,
    invalidLoop,
    invalidVariableName,
    conditionDelimiters,
    falseText,
    unknownHosts,
    unknownGroupReference,
    unknownHandler,
    missingPlaybook,
    missingTasks,
    missingVarsFile,
    missingTemplate,
    unknownRole,
    ignoredFailure,
    plaintextPassword,
    secretInOutput,
    decimalMode,
    baseSixtyNumber,
    shortenedVersion,
    invalidRequirement,
    mutableRequirement,
    contradictoryRequirement,
  ],
  subjects: projects,
})
