import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/release/provenance/statement.ts
import { basename } from "node:path";
var STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
var PROVENANCE_TYPE = "https://slsa.dev/provenance/v1";
var BUILD_TYPE = "urn:changeover:build-type:package:v1";
function provenanceStatement(origin) {
  const { archive, sha256, manifest, run, finishedOn, tool, byproducts } = origin;
  const { startedOn, invocation } = run;
  const metadata = { startedOn: startedOn.toISOString(), finishedOn: finishedOn.toISOString() };
  return {
    _type: STATEMENT_TYPE,
    subject: [
      { name: basename(archive), digest: { sha256 } },
      {
        name: releaseSubject(manifest),
        digest: { sha256: manifest.digest.replace(/^sha256:/, "") }
      }
    ],
    predicateType: PROVENANCE_TYPE,
    predicate: {
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: externalParameters(origin),
        ...Object.keys(run.platform).length > 0 ? { internalParameters: { github: run.platform } } : {},
        resolvedDependencies: [source(origin)]
      },
      runDetails: {
        builder: { id: run.builder, version: { changeover: tool } },
        metadata: { ...invocation === void 0 ? {} : { invocationId: invocation }, ...metadata },
        ...byproducts.length > 0 ? { byproducts } : {}
      }
    }
  };
}
function releaseSubject({ name, version }) {
  return `release:${name}@${version}`;
}
function externalParameters({ manifest, run }) {
  const { repository, version, dirty } = manifest;
  return {
    ...repository === null ? {} : { repository },
    ...run.ref === void 0 ? {} : { ref: run.ref },
    version,
    ...dirty ? { dirty } : {}
  };
}
function source({ manifest: { repository, commit }, run }) {
  const digest = { gitCommit: commit };
  if (repository === null) return { digest };
  return { uri: `git+${repository}${run.ref === void 0 ? "" : `@${run.ref}`}`, digest };
}

export {
  STATEMENT_TYPE,
  PROVENANCE_TYPE,
  provenanceStatement
};
