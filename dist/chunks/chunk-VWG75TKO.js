import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/release/provenance/json-documents.ts
function jsonDocuments(text) {
  try {
    return [JSON.parse(text)];
  } catch (error) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    if (lines.length < 2) throw error;
    return lines.map((line) => JSON.parse(line));
  }
}

export {
  jsonDocuments
};
