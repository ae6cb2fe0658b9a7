// What all other actions and commands need, as one file of dist/ that is loaded late: see script/bundles.mjs.
export { abort } from '../actions/abort.js'
export { deploy } from '../actions/deploy.js'
export { lifecycle } from '../actions/lifecycle.js'
export { packageRelease } from '../actions/package.js'
export { rollback } from '../actions/rollback.js'
export { endStagedTest, stagedTest } from '../actions/staged-test.js'
export { runDemo } from '../cli/demo/demo.js'
export {
  history as historyCommand,
  router as routerCommand,
  status as statusCommand,
} from '../cli/work/environment.js'
export {
  abort as abortCommand,
  deploy as deployCommand,
  rollback as rollbackCommand,
  stagedTest as stagedTestCommand,
} from '../cli/work/operations.js'
export {
  diff as diffCommand,
  packageRelease as packageCommand,
  verify as verifyCommand,
} from '../cli/work/releases.js'
