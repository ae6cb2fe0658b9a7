// The artifacts of a workflow run, loaded when a store needs them.
export { DefaultArtifactClient } from '@actions/artifact'
