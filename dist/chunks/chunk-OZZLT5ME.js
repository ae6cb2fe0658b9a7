import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  FILES_FOLDER,
  RELEASE_MANIFEST,
  archiveEntries,
  digestOf,
  entryText,
  isPlainPath,
  leavesTree
} from "./chunk-GB56H6UI.js";
import {
  MANIFEST_FILE,
  parseManifest
} from "./chunk-KU3J3VL7.js";
import {
  require_ucs2length
} from "./chunk-JVUMTRSA.js";
import {
  UserError
} from "./chunk-FB2AN6SX.js";
import {
  __toESM
} from "./chunk-DIT3HX7E.js";

// src/release/open.ts
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

// src/release/validator.generated.js
var import_ucs2length = __toESM(require_ucs2length(), 1);
var validator_generated_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "changeover/release/v1", "title": "ReleaseManifest", "description": "manifest.json: what a release holds and where it comes from.", "type": "object", "additionalProperties": false, "required": ["schema", "name", "version", "commit", "committed_at", "repository", "files", "digest"], "properties": { "schema": { "const": "changeover/release/v1" }, "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$" }, "version": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$" }, "commit": { "type": "string", "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$" }, "committed_at": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.000Z$" }, "repository": { "type": ["string", "null"] }, "digest": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$" }, "files": { "type": "array", "minItems": 1, "maxItems": 1e5, "items": { "type": "object", "additionalProperties": false, "required": ["path", "type", "executable", "size", "sha256"], "properties": { "path": { "type": "string", "minLength": 1 }, "type": { "enum": ["file", "symlink"] }, "executable": { "type": "boolean" }, "size": { "type": "integer", "minimum": 0 }, "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" } } } } } };
var pattern4 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", "u");
var pattern5 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$", "u");
var pattern6 = new RegExp("^[0-9a-f]{40}([0-9a-f]{24})?$", "u");
var pattern7 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.000Z$", "u");
var pattern8 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
var pattern9 = new RegExp("^[0-9a-f]{64}$", "u");
var func1 = import_ucs2length.default.default ?? import_ucs2length.default;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.schema === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "schema" }, message: "must have required property 'schema'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.name === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.version === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.commit === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "commit" }, message: "must have required property 'commit'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.committed_at === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "committed_at" }, message: "must have required property 'committed_at'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.repository === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.files === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.digest === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "schema" || key0 === "name" || key0 === "version" || key0 === "commit" || key0 === "committed_at" || key0 === "repository" || key0 === "digest" || key0 === "files")) {
        const err8 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.schema !== void 0) {
      let data0 = data.schema;
      if ("changeover/release/v1" !== data0) {
        const err9 = { instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/const", keyword: "const", params: { allowedValue: "changeover/release/v1" }, message: "must be equal to constant", schema: "changeover/release/v1", parentSchema: schema31.properties.schema, data: data0 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        if (!pattern4.test(data1)) {
          const err10 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", parentSchema: schema31.properties.name, data: data1 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.name.type, parentSchema: schema31.properties.name, data: data1 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data2 = data.version;
      if (typeof data2 === "string") {
        if (!pattern5.test(data2)) {
          const err12 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$"', schema: "^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$", parentSchema: schema31.properties.version, data: data2 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.version.type, parentSchema: schema31.properties.version, data: data2 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.commit !== void 0) {
      let data3 = data.commit;
      if (typeof data3 === "string") {
        if (!pattern6.test(data3)) {
          const err14 = { instancePath: instancePath + "/commit", schemaPath: "#/properties/commit/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$" }, message: 'must match pattern "^[0-9a-f]{40}([0-9a-f]{24})?$"', schema: "^[0-9a-f]{40}([0-9a-f]{24})?$", parentSchema: schema31.properties.commit, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/commit", schemaPath: "#/properties/commit/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.commit.type, parentSchema: schema31.properties.commit, data: data3 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.committed_at !== void 0) {
      let data4 = data.committed_at;
      if (typeof data4 === "string") {
        if (!pattern7.test(data4)) {
          const err16 = { instancePath: instancePath + "/committed_at", schemaPath: "#/properties/committed_at/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.000Z$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.000Z$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.000Z$", parentSchema: schema31.properties.committed_at, data: data4 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/committed_at", schemaPath: "#/properties/committed_at/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.committed_at.type, parentSchema: schema31.properties.committed_at, data: data4 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.repository !== void 0) {
      let data5 = data.repository;
      if (typeof data5 !== "string" && data5 !== null) {
        const err18 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: schema31.properties.repository.type }, message: "must be string,null", schema: schema31.properties.repository.type, parentSchema: schema31.properties.repository, data: data5 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.digest !== void 0) {
      let data6 = data.digest;
      if (typeof data6 === "string") {
        if (!pattern8.test(data6)) {
          const err19 = { instancePath: instancePath + "/digest", schemaPath: "#/properties/digest/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, message: 'must match pattern "^sha256:[0-9a-f]{64}$"', schema: "^sha256:[0-9a-f]{64}$", parentSchema: schema31.properties.digest, data: data6 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/digest", schemaPath: "#/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.digest.type, parentSchema: schema31.properties.digest, data: data6 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.files !== void 0) {
      let data7 = data.files;
      if (Array.isArray(data7)) {
        if (data7.length > 1e5) {
          const err21 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 1e5 }, message: "must NOT have more than 100000 items", schema: 1e5, parentSchema: schema31.properties.files, data: data7 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data7.length < 1) {
          const err22 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema31.properties.files, data: data7 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data8 = data7[i0];
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            if (data8.path === void 0) {
              const err23 = { instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'", schema: schema31.properties.files.items.required, parentSchema: schema31.properties.files.items, data: data8 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data8.type === void 0) {
              const err24 = { instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema31.properties.files.items.required, parentSchema: schema31.properties.files.items, data: data8 };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data8.executable === void 0) {
              const err25 = { instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/required", keyword: "required", params: { missingProperty: "executable" }, message: "must have required property 'executable'", schema: schema31.properties.files.items.required, parentSchema: schema31.properties.files.items, data: data8 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            if (data8.size === void 0) {
              const err26 = { instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/required", keyword: "required", params: { missingProperty: "size" }, message: "must have required property 'size'", schema: schema31.properties.files.items.required, parentSchema: schema31.properties.files.items, data: data8 };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data8.sha256 === void 0) {
              const err27 = { instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/required", keyword: "required", params: { missingProperty: "sha256" }, message: "must have required property 'sha256'", schema: schema31.properties.files.items.required, parentSchema: schema31.properties.files.items, data: data8 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            for (const key1 in data8) {
              if (!(key1 === "path" || key1 === "type" || key1 === "executable" || key1 === "size" || key1 === "sha256")) {
                const err28 = { instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.files.items, data: data8 };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data8.path !== void 0) {
              let data9 = data8.path;
              if (typeof data9 === "string") {
                if (func1(data9) < 1) {
                  const err29 = { instancePath: instancePath + "/files/" + i0 + "/path", schemaPath: "#/properties/files/items/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema31.properties.files.items.properties.path, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              } else {
                const err30 = { instancePath: instancePath + "/files/" + i0 + "/path", schemaPath: "#/properties/files/items/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.files.items.properties.path.type, parentSchema: schema31.properties.files.items.properties.path, data: data9 };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data8.type !== void 0) {
              let data10 = data8.type;
              if (!(data10 === "file" || data10 === "symlink")) {
                const err31 = { instancePath: instancePath + "/files/" + i0 + "/type", schemaPath: "#/properties/files/items/properties/type/enum", keyword: "enum", params: { allowedValues: schema31.properties.files.items.properties.type.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.files.items.properties.type.enum, parentSchema: schema31.properties.files.items.properties.type, data: data10 };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data8.executable !== void 0) {
              let data11 = data8.executable;
              if (typeof data11 !== "boolean") {
                const err32 = { instancePath: instancePath + "/files/" + i0 + "/executable", schemaPath: "#/properties/files/items/properties/executable/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema31.properties.files.items.properties.executable.type, parentSchema: schema31.properties.files.items.properties.executable, data: data11 };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
            if (data8.size !== void 0) {
              let data12 = data8.size;
              if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
                const err33 = { instancePath: instancePath + "/files/" + i0 + "/size", schemaPath: "#/properties/files/items/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.files.items.properties.size.type, parentSchema: schema31.properties.files.items.properties.size, data: data12 };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
              if (typeof data12 == "number" && isFinite(data12)) {
                if (data12 < 0 || isNaN(data12)) {
                  const err34 = { instancePath: instancePath + "/files/" + i0 + "/size", schemaPath: "#/properties/files/items/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema31.properties.files.items.properties.size, data: data12 };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
              }
            }
            if (data8.sha256 !== void 0) {
              let data13 = data8.sha256;
              if (typeof data13 === "string") {
                if (!pattern9.test(data13)) {
                  const err35 = { instancePath: instancePath + "/files/" + i0 + "/sha256", schemaPath: "#/properties/files/items/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"', schema: "^[0-9a-f]{64}$", parentSchema: schema31.properties.files.items.properties.sha256, data: data13 };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
              } else {
                const err36 = { instancePath: instancePath + "/files/" + i0 + "/sha256", schemaPath: "#/properties/files/items/properties/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.files.items.properties.sha256.type, parentSchema: schema31.properties.files.items.properties.sha256, data: data13 };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
          } else {
            const err37 = { instancePath: instancePath + "/files/" + i0, schemaPath: "#/properties/files/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.files.items.type, parentSchema: schema31.properties.files.items, data: data8 };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.files.type, parentSchema: schema31.properties.files, data: data7 };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
  } else {
    const err39 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err39];
    } else {
      vErrors.push(err39);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };

// src/release/open.ts
var MAX_MANIFEST_BYTES = 64 * 1024 * 1024;
async function openRelease(path, expected) {
  const settings = [];
  const manifest = await readRelease(
    path,
    expected,
    (file) => file.path === MANIFEST_FILE ? collect(settings) : discard()
  );
  return { path, manifest, settings: parseManifest(Buffer.concat(settings), `${path}: ${MANIFEST_FILE}`) };
}
async function unpackRelease(release, folder) {
  const temporary = `${folder}.${process.pid}.partial`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true, mode: 448 });
  const links = [];
  try {
    await readRelease(
      release.path,
      release.manifest.digest,
      async (file) => {
        const target = join(temporary, file.path);
        await mkdir(dirname(target), { recursive: true });
        return createWriteStream(target, { flags: "wx", mode: file.executable ? 493 : 420 });
      },
      (file, target) => links.push({ path: file.path, target })
    );
    for (const link of links) {
      await mkdir(dirname(join(temporary, link.path)), { recursive: true });
      await symlink(link.target, join(temporary, link.path));
    }
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}
async function readRelease(path, expected, sink, onLink = () => {
}) {
  let manifest;
  const awaited = /* @__PURE__ */ new Map();
  for await (const entry of archiveEntries(path)) {
    if (!manifest) {
      manifest = await readManifest(path, entry, expected);
      for (const file2 of manifest.files) awaited.set(`${FILES_FOLDER}${file2.path}`, file2);
      if (!awaited.has(`${FILES_FOLDER}${MANIFEST_FILE}`)) throw corrupt(path, `it holds no ${MANIFEST_FILE}`);
      continue;
    }
    const file = awaited.get(entry.header.name);
    if (!file)
      throw corrupt(
        path,
        `the entry ${JSON.stringify(entry.header.name)} is not in its list, or is there twice`
      );
    awaited.delete(entry.header.name);
    await readFileEntry(path, entry, file, sink, onLink);
  }
  if (!manifest) throw corrupt(path, "it is empty");
  const [missing] = awaited.keys();
  if (missing !== void 0) throw corrupt(path, `${missing} is in its list but not in it`);
  return manifest;
}
async function readManifest(path, entry, expected) {
  if (entry.header.name !== RELEASE_MANIFEST || entry.header.type !== "file") {
    throw corrupt(path, `its first entry is not ${RELEASE_MANIFEST}`);
  }
  let data;
  try {
    data = JSON.parse(await entryText(entry, MAX_MANIFEST_BYTES));
  } catch (error) {
    throw corrupt(path, `${RELEASE_MANIFEST} is not JSON`, error);
  }
  if (!validator_generated_default(data)) {
    const [first] = validator_generated_default.errors ?? [];
    throw corrupt(path, `${RELEASE_MANIFEST}${first?.instancePath ?? ""} ${first?.message ?? "is not valid"}`);
  }
  const manifest = data;
  if (digestOf(manifest) !== manifest.digest)
    throw corrupt(path, `${RELEASE_MANIFEST} does not match its own digest`);
  if (expected !== void 0 && expected !== manifest.digest) {
    throw new UserError("digest_mismatch", `${path} is ${manifest.digest}, expected ${expected}.`, {
      remedy: "This is not the release that was tested and approved. Take the right archive, or package and test this one."
    });
  }
  for (const file of manifest.files) {
    if (!isPlainPath(file.path))
      throw corrupt(path, `the path ${JSON.stringify(file.path)} leaves its folder`);
  }
  return manifest;
}
async function readFileEntry(path, entry, file, sink, onLink) {
  const { header } = entry;
  if (header.type !== file.type)
    throw corrupt(path, `${file.path} is a ${header.type}, its list says ${file.type}`);
  const hash = createHash("sha256");
  let size = 0;
  if (file.type === "symlink") {
    const target = header.linkname ?? "";
    if (leavesTree(file.path, target)) throw corrupt(path, `the link ${file.path} leaves its folder`);
    hash.update(target);
    size = Buffer.byteLength(target);
    for await (const _chunk of entry.content) ;
    onLink(file, target);
  } else {
    if (((header.mode ?? 0) & 73) !== 0 !== file.executable)
      throw corrupt(path, `the mode of ${file.path} was changed`);
    await pipeline(
      entry.content,
      async function* (chunks) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      },
      await sink(file)
    );
  }
  if (size !== file.size || hash.digest("hex") !== file.sha256)
    throw corrupt(path, `${file.path} does not match its SHA-256`);
}
function collect(into) {
  return new Writable({
    write(chunk, _encoding, done) {
      into.push(chunk);
      done();
    }
  });
}
function discard() {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
function corrupt(path, why, cause) {
  return new UserError("release_corrupt", `${path} is damaged or was changed: ${why}.`, {
    remedy: "Do not use it. Download it again, or make it again from the same commit.",
    cause
  });
}

export {
  openRelease,
  unpackRelease
};
