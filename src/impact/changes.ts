export { changedFiles as changesBetween, type FileChanges as Changes } from '../release/manifest.js'
