import { ruleSet } from '../../../engine/rule.js'
import { httpCheckIgnored, httpCheckOrder, httpCheckSendsNothing } from './health-rules.js'
import { misplacedKeyword, removedKeyword, unknownKeyword, unknownSection } from './keyword-rules.js'
import { duplicateBind, duplicateId, duplicateName, invalidName } from './name-rules.js'
import {
  exposedStatsSocket,
  hardStop,
  openStats,
  serverState,
  stateFileUnset,
  statsSocketLevel,
} from './operation-rules.js'
import { undefinedAcl, undefinedBackend, undefinedSection, undefinedServer } from './reference-rules.js'
import { galeraWriters, serverWithoutCheck } from './server-rules.js'
import { type Subject, subjects } from '../../../readers/haproxy/subject.js'
import { syntax } from './syntax-rules.js'
import { missingTimeout, shortTimeout, timeoutUnit } from './timeout-rules.js'
import {
  ignoredInTcpMode,
  invalidBind,
  missingBind,
  modeMismatch,
  ruleOrder,
  sourceHash,
} from './traffic-rules.js'

/** What holds for an HAProxy configuration. */
export const haproxyRules = ruleSet<Subject>({
  kind: 'haproxy',
  exampleFile: 'haproxy.cfg',
  rules: [
    syntax,
    unknownSection,
    unknownKeyword,
    removedKeyword,
    misplacedKeyword,
    httpCheckIgnored,
    httpCheckOrder,
    httpCheckSendsNothing,
    serverWithoutCheck,
    galeraWriters,
    undefinedBackend,
    undefinedServer,
    undefinedAcl,
    undefinedSection,
    duplicateName,
    duplicateId,
    invalidName,
    duplicateBind,
    invalidBind,
    missingBind,
    modeMismatch,
    ignoredInTcpMode,
    ruleOrder,
    sourceHash,
    missingTimeout,
    timeoutUnit,
    shortTimeout,
    statsSocketLevel,
    exposedStatsSocket,
    serverState,
    stateFileUnset,
    hardStop,
    openStats,
  ],
  subjects,
})
