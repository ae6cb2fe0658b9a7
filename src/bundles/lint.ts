// What `validate` and `rules` need, as one file of dist/ that is loaded late: see script/bundles.mjs.
export { validate } from '../actions/validate.js'
export { listFiles, printRule, printRules, validate as validateCommand } from '../cli/work/findings.js'
