// Generated from schemas/ by script/generate.mjs. Do not edit.
import ucs2lengthModule from 'ajv/dist/runtime/ucs2length.js'
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"changeover/ledger/v1","title":"Ledger","description":"state.json of the ledger: the durable record of one environment.","type":"object","additionalProperties":false,"required":["schema","environment","strategy","serial","live","blue","green","in_place","operation","history"],"properties":{"schema":{"const":"changeover/ledger/v1"},"environment":{"type":"string","minLength":1},"strategy":{"enum":["in_place","blue_green"]},"serial":{"type":"integer","minimum":0},"live":{"$ref":"#/$defs/color"},"blue":{"$ref":"#/$defs/holding"},"green":{"$ref":"#/$defs/holding"},"in_place":{"$ref":"#/$defs/holding"},"in_place_previous":{"$ref":"#/$defs/holding"},"operation":{"type":["object","null"],"additionalProperties":false,"required":["id","kind","release","from_color","to_color","attempt","owner","started_at","phases"],"properties":{"id":{"type":"string","minLength":1},"kind":{"enum":["deploy","rollback"]},"release":{"$ref":"#/$defs/release"},"from_color":{"$ref":"#/$defs/color"},"to_color":{"$ref":"#/$defs/color"},"attempt":{"type":"integer","minimum":1},"owner":{"type":["object","null"],"additionalProperties":false,"required":["host","pid","started","name"],"properties":{"host":{"type":"string"},"machine":{"type":["string","null"]},"pid":{"type":"integer"},"started":{"type":"integer"},"name":{"type":"string"},"run":{"type":["object","null"],"additionalProperties":false,"required":["api_url","repository","id","attempt"],"properties":{"api_url":{"type":"string"},"repository":{"type":"string"},"id":{"type":"integer","minimum":1},"attempt":{"type":"integer","minimum":1}}}}},"started_at":{"type":"string"},"deadline":{"type":"string"},"phases":{"type":"array","items":{"$ref":"#/$defs/phase"}}}},"history":{"type":"array","maxItems":50,"items":{"$ref":"#/$defs/ended"}}},"$defs":{"color":{"enum":["blue","green",null]},"release":{"type":"object","additionalProperties":false,"required":["version","digest"],"properties":{"version":{"type":"string"},"digest":{"type":"string"}}},"holding":{"type":["object","null"],"additionalProperties":false,"required":["release","state","since","settings"],"properties":{"release":{"$ref":"#/$defs/release"},"state":{"enum":["deploying","ready","live","standby","rejected","retiring","retired"]},"since":{"type":"string"},"settings":{"type":"object","description":"An environment of changeover.yml; see manifest.schema.json."},"commit":{"type":"string","pattern":"^([0-9a-f]{40}|[0-9a-f]{64})$"},"rolling":{"const":"pending"},"rolled":{"type":"object","additionalProperties":{"type":"object","additionalProperties":false,"required":["hosts","done"],"properties":{"hosts":{"type":"array","items":{"type":"string"}},"done":{"type":"boolean"}}}}}},"phase":{"type":"object","additionalProperties":false,"required":["phase","state","started_at","ended_at"],"properties":{"phase":{"enum":["claim","fetch","freeze","expand","deploy","verify","switch","bake","rolling","contract","retire"]},"state":{"enum":["running","done","failed","skipped"]},"started_at":{"type":"string"},"ended_at":{"type":["string","null"]}}},"ended":{"type":"object","additionalProperties":false,"required":["id","kind","release","from_color","to_color","outcome","reason","by","started_at","ended_at"],"properties":{"id":{"type":"string"},"kind":{"enum":["deploy","rollback"]},"release":{"$ref":"#/$defs/release"},"from_color":{"$ref":"#/$defs/color"},"to_color":{"$ref":"#/$defs/color"},"outcome":{"type":"string"},"reason":{"type":"string"},"by":{"type":"string"},"started_at":{"type":"string"},"ended_at":{"type":"string"},"switch_ms":{"type":["number","null"],"minimum":0},"witness":{"type":["object","null"],"additionalProperties":false,"required":["sent","failed","p95_before_ms","p95_after_ms","outage_ms"],"properties":{"sent":{"type":"integer","minimum":0},"failed":{"type":"integer","minimum":0},"p95_before_ms":{"type":["number","null"],"minimum":0},"p95_after_ms":{"type":["number","null"],"minimum":0},"outage_ms":{"type":"number","minimum":0}}}}}}};
const schema32 = {"enum":["blue","green",null]};
const schema34 = {"type":"object","additionalProperties":false,"required":["version","digest"],"properties":{"version":{"type":"string"},"digest":{"type":"string"}}};
const schema38 = {"type":"object","additionalProperties":false,"required":["phase","state","started_at","ended_at"],"properties":{"phase":{"enum":["claim","fetch","freeze","expand","deploy","verify","switch","bake","rolling","contract","retire"]},"state":{"enum":["running","done","failed","skipped"]},"started_at":{"type":"string"},"ended_at":{"type":["string","null"]}}};
const func1 = Object.prototype.hasOwnProperty;
const func2 = (ucs2lengthModule.default ?? ucs2lengthModule);
const schema33 = {"type":["object","null"],"additionalProperties":false,"required":["release","state","since","settings"],"properties":{"release":{"$ref":"#/$defs/release"},"state":{"enum":["deploying","ready","live","standby","rejected","retiring","retired"]},"since":{"type":"string"},"settings":{"type":"object","description":"An environment of changeover.yml; see manifest.schema.json."},"commit":{"type":"string","pattern":"^([0-9a-f]{40}|[0-9a-f]{64})$"},"rolling":{"const":"pending"},"rolled":{"type":"object","additionalProperties":{"type":"object","additionalProperties":false,"required":["hosts","done"],"properties":{"hosts":{"type":"array","items":{"type":"string"}},"done":{"type":"boolean"}}}}}};
const pattern4 = new RegExp("^([0-9a-f]{40}|[0-9a-f]{64})$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema33.type},message:"must be object,null",schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.release === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "release"},message:"must have required property '"+"release"+"'",schema:schema33.required,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.state === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema33.required,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.since === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'",schema:schema33.required,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.settings === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "settings"},message:"must have required property '"+"settings"+"'",schema:schema33.required,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "release") || (key0 === "state")) || (key0 === "since")) || (key0 === "settings")) || (key0 === "commit")) || (key0 === "rolling")) || (key0 === "rolled"))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.release !== undefined){
let data0 = data.release;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.version === undefined){
const err6 = {instancePath:instancePath+"/release",schemaPath:"#/$defs/release/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema34.required,parentSchema:schema34,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0.digest === undefined){
const err7 = {instancePath:instancePath+"/release",schemaPath:"#/$defs/release/required",keyword:"required",params:{missingProperty: "digest"},message:"must have required property '"+"digest"+"'",schema:schema34.required,parentSchema:schema34,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data0){
if(!((key1 === "version") || (key1 === "digest"))){
const err8 = {instancePath:instancePath+"/release",schemaPath:"#/$defs/release/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data0.version !== undefined){
let data1 = data0.version;
if(typeof data1 !== "string"){
const err9 = {instancePath:instancePath+"/release/version",schemaPath:"#/$defs/release/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.version.type,parentSchema:schema34.properties.version,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.digest !== undefined){
let data2 = data0.digest;
if(typeof data2 !== "string"){
const err10 = {instancePath:instancePath+"/release/digest",schemaPath:"#/$defs/release/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.digest.type,parentSchema:schema34.properties.digest,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/release",schemaPath:"#/$defs/release/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.state !== undefined){
let data3 = data.state;
if(!(((((((data3 === "deploying") || (data3 === "ready")) || (data3 === "live")) || (data3 === "standby")) || (data3 === "rejected")) || (data3 === "retiring")) || (data3 === "retired"))){
const err12 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema33.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema33.properties.state.enum,parentSchema:schema33.properties.state,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.since !== undefined){
let data4 = data.since;
if(typeof data4 !== "string"){
const err13 = {instancePath:instancePath+"/since",schemaPath:"#/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.since.type,parentSchema:schema33.properties.since,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.settings !== undefined){
let data5 = data.settings;
if(!(data5 && typeof data5 == "object" && !Array.isArray(data5))){
const err14 = {instancePath:instancePath+"/settings",schemaPath:"#/properties/settings/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.properties.settings.type,parentSchema:schema33.properties.settings,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.commit !== undefined){
let data6 = data.commit;
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
const err15 = {instancePath:instancePath+"/commit",schemaPath:"#/properties/commit/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{40}|[0-9a-f]{64})$"},message:"must match pattern \""+"^([0-9a-f]{40}|[0-9a-f]{64})$"+"\"",schema:"^([0-9a-f]{40}|[0-9a-f]{64})$",parentSchema:schema33.properties.commit,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/commit",schemaPath:"#/properties/commit/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.commit.type,parentSchema:schema33.properties.commit,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.rolling !== undefined){
let data7 = data.rolling;
if("pending" !== data7){
const err17 = {instancePath:instancePath+"/rolling",schemaPath:"#/properties/rolling/const",keyword:"const",params:{allowedValue: "pending"},message:"must be equal to constant",schema:"pending",parentSchema:schema33.properties.rolling,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.rolled !== undefined){
let data8 = data.rolled;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
let data9 = data8[key2];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.hosts === undefined){
const err18 = {instancePath:instancePath+"/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rolled/additionalProperties/required",keyword:"required",params:{missingProperty: "hosts"},message:"must have required property '"+"hosts"+"'",schema:schema33.properties.rolled.additionalProperties.required,parentSchema:schema33.properties.rolled.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data9.done === undefined){
const err19 = {instancePath:instancePath+"/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rolled/additionalProperties/required",keyword:"required",params:{missingProperty: "done"},message:"must have required property '"+"done"+"'",schema:schema33.properties.rolled.additionalProperties.required,parentSchema:schema33.properties.rolled.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key3 in data9){
if(!((key3 === "hosts") || (key3 === "done"))){
const err20 = {instancePath:instancePath+"/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rolled/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema33.properties.rolled.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data9.hosts !== undefined){
let data10 = data9.hosts;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(typeof data11 !== "string"){
const err21 = {instancePath:instancePath+"/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hosts/" + i0,schemaPath:"#/properties/rolled/additionalProperties/properties/hosts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.rolled.additionalProperties.properties.hosts.items.type,parentSchema:schema33.properties.rolled.additionalProperties.properties.hosts.items,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/hosts",schemaPath:"#/properties/rolled/additionalProperties/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.properties.rolled.additionalProperties.properties.hosts.type,parentSchema:schema33.properties.rolled.additionalProperties.properties.hosts,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data9.done !== undefined){
let data12 = data9.done;
if(typeof data12 !== "boolean"){
const err23 = {instancePath:instancePath+"/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/done",schemaPath:"#/properties/rolled/additionalProperties/properties/done/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema33.properties.rolled.additionalProperties.properties.done.type,parentSchema:schema33.properties.rolled.additionalProperties.properties.done,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/rolled/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rolled/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.properties.rolled.additionalProperties.type,parentSchema:schema33.properties.rolled.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/rolled",schemaPath:"#/properties/rolled/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.properties.rolled.type,parentSchema:schema33.properties.rolled,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema39 = {"type":"object","additionalProperties":false,"required":["id","kind","release","from_color","to_color","outcome","reason","by","started_at","ended_at"],"properties":{"id":{"type":"string"},"kind":{"enum":["deploy","rollback"]},"release":{"$ref":"#/$defs/release"},"from_color":{"$ref":"#/$defs/color"},"to_color":{"$ref":"#/$defs/color"},"outcome":{"type":"string"},"reason":{"type":"string"},"by":{"type":"string"},"started_at":{"type":"string"},"ended_at":{"type":"string"},"switch_ms":{"type":["number","null"],"minimum":0},"witness":{"type":["object","null"],"additionalProperties":false,"required":["sent","failed","p95_before_ms","p95_after_ms","outage_ms"],"properties":{"sent":{"type":"integer","minimum":0},"failed":{"type":"integer","minimum":0},"p95_before_ms":{"type":["number","null"],"minimum":0},"p95_after_ms":{"type":["number","null"],"minimum":0},"outage_ms":{"type":"number","minimum":0}}}}};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.release === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "release"},message:"must have required property '"+"release"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.from_color === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "from_color"},message:"must have required property '"+"from_color"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.to_color === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "to_color"},message:"must have required property '"+"to_color"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.outcome === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "outcome"},message:"must have required property '"+"outcome"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.reason === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.by === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.started_at === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "started_at"},message:"must have required property '"+"started_at"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.ended_at === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ended_at"},message:"must have required property '"+"ended_at"+"'",schema:schema39.required,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema39.properties, key0))){
const err10 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 !== "string"){
const err11 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.id.type,parentSchema:schema39.properties.id,data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(!((data1 === "deploy") || (data1 === "rollback"))){
const err12 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema39.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema39.properties.kind.enum,parentSchema:schema39.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.release !== undefined){
let data2 = data.release;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.version === undefined){
const err13 = {instancePath:instancePath+"/release",schemaPath:"#/$defs/release/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema34.required,parentSchema:schema34,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data2.digest === undefined){
const err14 = {instancePath:instancePath+"/release",schemaPath:"#/$defs/release/required",keyword:"required",params:{missingProperty: "digest"},message:"must have required property '"+"digest"+"'",schema:schema34.required,parentSchema:schema34,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data2){
if(!((key1 === "version") || (key1 === "digest"))){
const err15 = {instancePath:instancePath+"/release",schemaPath:"#/$defs/release/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data2.version !== undefined){
let data3 = data2.version;
if(typeof data3 !== "string"){
const err16 = {instancePath:instancePath+"/release/version",schemaPath:"#/$defs/release/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.version.type,parentSchema:schema34.properties.version,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.digest !== undefined){
let data4 = data2.digest;
if(typeof data4 !== "string"){
const err17 = {instancePath:instancePath+"/release/digest",schemaPath:"#/$defs/release/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.digest.type,parentSchema:schema34.properties.digest,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/release",schemaPath:"#/$defs/release/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.from_color !== undefined){
let data5 = data.from_color;
if(!(((data5 === "blue") || (data5 === "green")) || (data5 === null))){
const err19 = {instancePath:instancePath+"/from_color",schemaPath:"#/$defs/color/enum",keyword:"enum",params:{allowedValues: schema32.enum},message:"must be equal to one of the allowed values",schema:schema32.enum,parentSchema:schema32,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.to_color !== undefined){
let data6 = data.to_color;
if(!(((data6 === "blue") || (data6 === "green")) || (data6 === null))){
const err20 = {instancePath:instancePath+"/to_color",schemaPath:"#/$defs/color/enum",keyword:"enum",params:{allowedValues: schema32.enum},message:"must be equal to one of the allowed values",schema:schema32.enum,parentSchema:schema32,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.outcome !== undefined){
let data7 = data.outcome;
if(typeof data7 !== "string"){
const err21 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.outcome.type,parentSchema:schema39.properties.outcome,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.reason !== undefined){
let data8 = data.reason;
if(typeof data8 !== "string"){
const err22 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.reason.type,parentSchema:schema39.properties.reason,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.by !== undefined){
let data9 = data.by;
if(typeof data9 !== "string"){
const err23 = {instancePath:instancePath+"/by",schemaPath:"#/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.by.type,parentSchema:schema39.properties.by,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.started_at !== undefined){
let data10 = data.started_at;
if(typeof data10 !== "string"){
const err24 = {instancePath:instancePath+"/started_at",schemaPath:"#/properties/started_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.started_at.type,parentSchema:schema39.properties.started_at,data:data10};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.ended_at !== undefined){
let data11 = data.ended_at;
if(typeof data11 !== "string"){
const err25 = {instancePath:instancePath+"/ended_at",schemaPath:"#/properties/ended_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.ended_at.type,parentSchema:schema39.properties.ended_at,data:data11};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.switch_ms !== undefined){
let data12 = data.switch_ms;
if((!((typeof data12 == "number") && (isFinite(data12)))) && (data12 !== null)){
const err26 = {instancePath:instancePath+"/switch_ms",schemaPath:"#/properties/switch_ms/type",keyword:"type",params:{type: schema39.properties.switch_ms.type},message:"must be number,null",schema:schema39.properties.switch_ms.type,parentSchema:schema39.properties.switch_ms,data:data12};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err27 = {instancePath:instancePath+"/switch_ms",schemaPath:"#/properties/switch_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39.properties.switch_ms,data:data12};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.witness !== undefined){
let data13 = data.witness;
if((!(data13 && typeof data13 == "object" && !Array.isArray(data13))) && (data13 !== null)){
const err28 = {instancePath:instancePath+"/witness",schemaPath:"#/properties/witness/type",keyword:"type",params:{type: schema39.properties.witness.type},message:"must be object,null",schema:schema39.properties.witness.type,parentSchema:schema39.properties.witness,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.sent === undefined){
const err29 = {instancePath:instancePath+"/witness",schemaPath:"#/properties/witness/required",keyword:"required",params:{missingProperty: "sent"},message:"must have required property '"+"sent"+"'",schema:schema39.properties.witness.required,parentSchema:schema39.properties.witness,data:data13};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data13.failed === undefined){
const err30 = {instancePath:instancePath+"/witness",schemaPath:"#/properties/witness/required",keyword:"required",params:{missingProperty: "failed"},message:"must have required property '"+"failed"+"'",schema:schema39.properties.witness.required,parentSchema:schema39.properties.witness,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data13.p95_before_ms === undefined){
const err31 = {instancePath:instancePath+"/witness",schemaPath:"#/properties/witness/required",keyword:"required",params:{missingProperty: "p95_before_ms"},message:"must have required property '"+"p95_before_ms"+"'",schema:schema39.properties.witness.required,parentSchema:schema39.properties.witness,data:data13};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data13.p95_after_ms === undefined){
const err32 = {instancePath:instancePath+"/witness",schemaPath:"#/properties/witness/required",keyword:"required",params:{missingProperty: "p95_after_ms"},message:"must have required property '"+"p95_after_ms"+"'",schema:schema39.properties.witness.required,parentSchema:schema39.properties.witness,data:data13};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data13.outage_ms === undefined){
const err33 = {instancePath:instancePath+"/witness",schemaPath:"#/properties/witness/required",keyword:"required",params:{missingProperty: "outage_ms"},message:"must have required property '"+"outage_ms"+"'",schema:schema39.properties.witness.required,parentSchema:schema39.properties.witness,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key2 in data13){
if(!(((((key2 === "sent") || (key2 === "failed")) || (key2 === "p95_before_ms")) || (key2 === "p95_after_ms")) || (key2 === "outage_ms"))){
const err34 = {instancePath:instancePath+"/witness",schemaPath:"#/properties/witness/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema39.properties.witness,data:data13};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data13.sent !== undefined){
let data14 = data13.sent;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err35 = {instancePath:instancePath+"/witness/sent",schemaPath:"#/properties/witness/properties/sent/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.witness.properties.sent.type,parentSchema:schema39.properties.witness.properties.sent,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
const err36 = {instancePath:instancePath+"/witness/sent",schemaPath:"#/properties/witness/properties/sent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39.properties.witness.properties.sent,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data13.failed !== undefined){
let data15 = data13.failed;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err37 = {instancePath:instancePath+"/witness/failed",schemaPath:"#/properties/witness/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema39.properties.witness.properties.failed.type,parentSchema:schema39.properties.witness.properties.failed,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
const err38 = {instancePath:instancePath+"/witness/failed",schemaPath:"#/properties/witness/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39.properties.witness.properties.failed,data:data15};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
if(data13.p95_before_ms !== undefined){
let data16 = data13.p95_before_ms;
if((!((typeof data16 == "number") && (isFinite(data16)))) && (data16 !== null)){
const err39 = {instancePath:instancePath+"/witness/p95_before_ms",schemaPath:"#/properties/witness/properties/p95_before_ms/type",keyword:"type",params:{type: schema39.properties.witness.properties.p95_before_ms.type},message:"must be number,null",schema:schema39.properties.witness.properties.p95_before_ms.type,parentSchema:schema39.properties.witness.properties.p95_before_ms,data:data16};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
const err40 = {instancePath:instancePath+"/witness/p95_before_ms",schemaPath:"#/properties/witness/properties/p95_before_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39.properties.witness.properties.p95_before_ms,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data13.p95_after_ms !== undefined){
let data17 = data13.p95_after_ms;
if((!((typeof data17 == "number") && (isFinite(data17)))) && (data17 !== null)){
const err41 = {instancePath:instancePath+"/witness/p95_after_ms",schemaPath:"#/properties/witness/properties/p95_after_ms/type",keyword:"type",params:{type: schema39.properties.witness.properties.p95_after_ms.type},message:"must be number,null",schema:schema39.properties.witness.properties.p95_after_ms.type,parentSchema:schema39.properties.witness.properties.p95_after_ms,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
const err42 = {instancePath:instancePath+"/witness/p95_after_ms",schemaPath:"#/properties/witness/properties/p95_after_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39.properties.witness.properties.p95_after_ms,data:data17};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
if(data13.outage_ms !== undefined){
let data18 = data13.outage_ms;
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err43 = {instancePath:instancePath+"/witness/outage_ms",schemaPath:"#/properties/witness/properties/outage_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema39.properties.witness.properties.outage_ms,data:data18};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/witness/outage_ms",schemaPath:"#/properties/witness/properties/outage_ms/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema39.properties.witness.properties.outage_ms.type,parentSchema:schema39.properties.witness.properties.outage_ms,data:data18};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
}
}
else {
const err45 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.type,parentSchema:schema39,data};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="changeover/ledger/v1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.environment === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "environment"},message:"must have required property '"+"environment"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.strategy === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "strategy"},message:"must have required property '"+"strategy"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.serial === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "serial"},message:"must have required property '"+"serial"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.live === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "live"},message:"must have required property '"+"live"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.blue === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "blue"},message:"must have required property '"+"blue"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.green === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "green"},message:"must have required property '"+"green"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.in_place === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "in_place"},message:"must have required property '"+"in_place"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.operation === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "operation"},message:"must have required property '"+"operation"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.history === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "history"},message:"must have required property '"+"history"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err10 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.schema !== undefined){
let data0 = data.schema;
if("changeover/ledger/v1" !== data0){
const err11 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "changeover/ledger/v1"},message:"must be equal to constant",schema:"changeover/ledger/v1",parentSchema:schema31.properties.schema,data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.environment !== undefined){
let data1 = data.environment;
if(typeof data1 === "string"){
if(func2(data1) < 1){
const err12 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.environment,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.environment.type,parentSchema:schema31.properties.environment,data:data1};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.strategy !== undefined){
let data2 = data.strategy;
if(!((data2 === "in_place") || (data2 === "blue_green"))){
const err14 = {instancePath:instancePath+"/strategy",schemaPath:"#/properties/strategy/enum",keyword:"enum",params:{allowedValues: schema31.properties.strategy.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.strategy.enum,parentSchema:schema31.properties.strategy,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.serial !== undefined){
let data3 = data.serial;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err15 = {instancePath:instancePath+"/serial",schemaPath:"#/properties/serial/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.serial.type,parentSchema:schema31.properties.serial,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err16 = {instancePath:instancePath+"/serial",schemaPath:"#/properties/serial/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema31.properties.serial,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.live !== undefined){
let data4 = data.live;
if(!(((data4 === "blue") || (data4 === "green")) || (data4 === null))){
const err17 = {instancePath:instancePath+"/live",schemaPath:"#/$defs/color/enum",keyword:"enum",params:{allowedValues: schema32.enum},message:"must be equal to one of the allowed values",schema:schema32.enum,parentSchema:schema32,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.blue !== undefined){
if(!(validate21(data.blue, {instancePath:instancePath+"/blue",parentData:data,parentDataProperty:"blue",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.green !== undefined){
if(!(validate21(data.green, {instancePath:instancePath+"/green",parentData:data,parentDataProperty:"green",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.in_place !== undefined){
if(!(validate21(data.in_place, {instancePath:instancePath+"/in_place",parentData:data,parentDataProperty:"in_place",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.in_place_previous !== undefined){
if(!(validate21(data.in_place_previous, {instancePath:instancePath+"/in_place_previous",parentData:data,parentDataProperty:"in_place_previous",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.operation !== undefined){
let data9 = data.operation;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
const err18 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/type",keyword:"type",params:{type: schema31.properties.operation.type},message:"must be object,null",schema:schema31.properties.operation.type,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.id === undefined){
const err19 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema31.properties.operation.required,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data9.kind === undefined){
const err20 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema31.properties.operation.required,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data9.release === undefined){
const err21 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/required",keyword:"required",params:{missingProperty: "release"},message:"must have required property '"+"release"+"'",schema:schema31.properties.operation.required,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data9.from_color === undefined){
const err22 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/required",keyword:"required",params:{missingProperty: "from_color"},message:"must have required property '"+"from_color"+"'",schema:schema31.properties.operation.required,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data9.to_color === undefined){
const err23 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/required",keyword:"required",params:{missingProperty: "to_color"},message:"must have required property '"+"to_color"+"'",schema:schema31.properties.operation.required,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data9.attempt === undefined){
const err24 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/required",keyword:"required",params:{missingProperty: "attempt"},message:"must have required property '"+"attempt"+"'",schema:schema31.properties.operation.required,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data9.owner === undefined){
const err25 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'",schema:schema31.properties.operation.required,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data9.started_at === undefined){
const err26 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/required",keyword:"required",params:{missingProperty: "started_at"},message:"must have required property '"+"started_at"+"'",schema:schema31.properties.operation.required,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data9.phases === undefined){
const err27 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/required",keyword:"required",params:{missingProperty: "phases"},message:"must have required property '"+"phases"+"'",schema:schema31.properties.operation.required,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key1 in data9){
if(!(func1.call(schema31.properties.operation.properties, key1))){
const err28 = {instancePath:instancePath+"/operation",schemaPath:"#/properties/operation/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.operation,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data9.id !== undefined){
let data10 = data9.id;
if(typeof data10 === "string"){
if(func2(data10) < 1){
const err29 = {instancePath:instancePath+"/operation/id",schemaPath:"#/properties/operation/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.operation.properties.id,data:data10};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/operation/id",schemaPath:"#/properties/operation/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.operation.properties.id.type,parentSchema:schema31.properties.operation.properties.id,data:data10};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data9.kind !== undefined){
let data11 = data9.kind;
if(!((data11 === "deploy") || (data11 === "rollback"))){
const err31 = {instancePath:instancePath+"/operation/kind",schemaPath:"#/properties/operation/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.operation.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.operation.properties.kind.enum,parentSchema:schema31.properties.operation.properties.kind,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data9.release !== undefined){
let data12 = data9.release;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.version === undefined){
const err32 = {instancePath:instancePath+"/operation/release",schemaPath:"#/$defs/release/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema34.required,parentSchema:schema34,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data12.digest === undefined){
const err33 = {instancePath:instancePath+"/operation/release",schemaPath:"#/$defs/release/required",keyword:"required",params:{missingProperty: "digest"},message:"must have required property '"+"digest"+"'",schema:schema34.required,parentSchema:schema34,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key2 in data12){
if(!((key2 === "version") || (key2 === "digest"))){
const err34 = {instancePath:instancePath+"/operation/release",schemaPath:"#/$defs/release/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data12};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data12.version !== undefined){
let data13 = data12.version;
if(typeof data13 !== "string"){
const err35 = {instancePath:instancePath+"/operation/release/version",schemaPath:"#/$defs/release/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.version.type,parentSchema:schema34.properties.version,data:data13};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data12.digest !== undefined){
let data14 = data12.digest;
if(typeof data14 !== "string"){
const err36 = {instancePath:instancePath+"/operation/release/digest",schemaPath:"#/$defs/release/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.digest.type,parentSchema:schema34.properties.digest,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/operation/release",schemaPath:"#/$defs/release/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data12};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data9.from_color !== undefined){
let data15 = data9.from_color;
if(!(((data15 === "blue") || (data15 === "green")) || (data15 === null))){
const err38 = {instancePath:instancePath+"/operation/from_color",schemaPath:"#/$defs/color/enum",keyword:"enum",params:{allowedValues: schema32.enum},message:"must be equal to one of the allowed values",schema:schema32.enum,parentSchema:schema32,data:data15};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data9.to_color !== undefined){
let data16 = data9.to_color;
if(!(((data16 === "blue") || (data16 === "green")) || (data16 === null))){
const err39 = {instancePath:instancePath+"/operation/to_color",schemaPath:"#/$defs/color/enum",keyword:"enum",params:{allowedValues: schema32.enum},message:"must be equal to one of the allowed values",schema:schema32.enum,parentSchema:schema32,data:data16};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data9.attempt !== undefined){
let data17 = data9.attempt;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err40 = {instancePath:instancePath+"/operation/attempt",schemaPath:"#/properties/operation/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.operation.properties.attempt.type,parentSchema:schema31.properties.operation.properties.attempt,data:data17};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 1 || isNaN(data17)){
const err41 = {instancePath:instancePath+"/operation/attempt",schemaPath:"#/properties/operation/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.operation.properties.attempt,data:data17};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data9.owner !== undefined){
let data18 = data9.owner;
if((!(data18 && typeof data18 == "object" && !Array.isArray(data18))) && (data18 !== null)){
const err42 = {instancePath:instancePath+"/operation/owner",schemaPath:"#/properties/operation/properties/owner/type",keyword:"type",params:{type: schema31.properties.operation.properties.owner.type},message:"must be object,null",schema:schema31.properties.operation.properties.owner.type,parentSchema:schema31.properties.operation.properties.owner,data:data18};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.host === undefined){
const err43 = {instancePath:instancePath+"/operation/owner",schemaPath:"#/properties/operation/properties/owner/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'",schema:schema31.properties.operation.properties.owner.required,parentSchema:schema31.properties.operation.properties.owner,data:data18};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data18.pid === undefined){
const err44 = {instancePath:instancePath+"/operation/owner",schemaPath:"#/properties/operation/properties/owner/required",keyword:"required",params:{missingProperty: "pid"},message:"must have required property '"+"pid"+"'",schema:schema31.properties.operation.properties.owner.required,parentSchema:schema31.properties.operation.properties.owner,data:data18};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data18.started === undefined){
const err45 = {instancePath:instancePath+"/operation/owner",schemaPath:"#/properties/operation/properties/owner/required",keyword:"required",params:{missingProperty: "started"},message:"must have required property '"+"started"+"'",schema:schema31.properties.operation.properties.owner.required,parentSchema:schema31.properties.operation.properties.owner,data:data18};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data18.name === undefined){
const err46 = {instancePath:instancePath+"/operation/owner",schemaPath:"#/properties/operation/properties/owner/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.operation.properties.owner.required,parentSchema:schema31.properties.operation.properties.owner,data:data18};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
for(const key3 in data18){
if(!((((((key3 === "host") || (key3 === "machine")) || (key3 === "pid")) || (key3 === "started")) || (key3 === "name")) || (key3 === "run"))){
const err47 = {instancePath:instancePath+"/operation/owner",schemaPath:"#/properties/operation/properties/owner/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.operation.properties.owner,data:data18};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data18.host !== undefined){
let data19 = data18.host;
if(typeof data19 !== "string"){
const err48 = {instancePath:instancePath+"/operation/owner/host",schemaPath:"#/properties/operation/properties/owner/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.operation.properties.owner.properties.host.type,parentSchema:schema31.properties.operation.properties.owner.properties.host,data:data19};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data18.machine !== undefined){
let data20 = data18.machine;
if((typeof data20 !== "string") && (data20 !== null)){
const err49 = {instancePath:instancePath+"/operation/owner/machine",schemaPath:"#/properties/operation/properties/owner/properties/machine/type",keyword:"type",params:{type: schema31.properties.operation.properties.owner.properties.machine.type},message:"must be string,null",schema:schema31.properties.operation.properties.owner.properties.machine.type,parentSchema:schema31.properties.operation.properties.owner.properties.machine,data:data20};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data18.pid !== undefined){
let data21 = data18.pid;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err50 = {instancePath:instancePath+"/operation/owner/pid",schemaPath:"#/properties/operation/properties/owner/properties/pid/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.operation.properties.owner.properties.pid.type,parentSchema:schema31.properties.operation.properties.owner.properties.pid,data:data21};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data18.started !== undefined){
let data22 = data18.started;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err51 = {instancePath:instancePath+"/operation/owner/started",schemaPath:"#/properties/operation/properties/owner/properties/started/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.operation.properties.owner.properties.started.type,parentSchema:schema31.properties.operation.properties.owner.properties.started,data:data22};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data18.name !== undefined){
let data23 = data18.name;
if(typeof data23 !== "string"){
const err52 = {instancePath:instancePath+"/operation/owner/name",schemaPath:"#/properties/operation/properties/owner/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.operation.properties.owner.properties.name.type,parentSchema:schema31.properties.operation.properties.owner.properties.name,data:data23};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data18.run !== undefined){
let data24 = data18.run;
if((!(data24 && typeof data24 == "object" && !Array.isArray(data24))) && (data24 !== null)){
const err53 = {instancePath:instancePath+"/operation/owner/run",schemaPath:"#/properties/operation/properties/owner/properties/run/type",keyword:"type",params:{type: schema31.properties.operation.properties.owner.properties.run.type},message:"must be object,null",schema:schema31.properties.operation.properties.owner.properties.run.type,parentSchema:schema31.properties.operation.properties.owner.properties.run,data:data24};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.api_url === undefined){
const err54 = {instancePath:instancePath+"/operation/owner/run",schemaPath:"#/properties/operation/properties/owner/properties/run/required",keyword:"required",params:{missingProperty: "api_url"},message:"must have required property '"+"api_url"+"'",schema:schema31.properties.operation.properties.owner.properties.run.required,parentSchema:schema31.properties.operation.properties.owner.properties.run,data:data24};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data24.repository === undefined){
const err55 = {instancePath:instancePath+"/operation/owner/run",schemaPath:"#/properties/operation/properties/owner/properties/run/required",keyword:"required",params:{missingProperty: "repository"},message:"must have required property '"+"repository"+"'",schema:schema31.properties.operation.properties.owner.properties.run.required,parentSchema:schema31.properties.operation.properties.owner.properties.run,data:data24};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data24.id === undefined){
const err56 = {instancePath:instancePath+"/operation/owner/run",schemaPath:"#/properties/operation/properties/owner/properties/run/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema31.properties.operation.properties.owner.properties.run.required,parentSchema:schema31.properties.operation.properties.owner.properties.run,data:data24};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data24.attempt === undefined){
const err57 = {instancePath:instancePath+"/operation/owner/run",schemaPath:"#/properties/operation/properties/owner/properties/run/required",keyword:"required",params:{missingProperty: "attempt"},message:"must have required property '"+"attempt"+"'",schema:schema31.properties.operation.properties.owner.properties.run.required,parentSchema:schema31.properties.operation.properties.owner.properties.run,data:data24};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
for(const key4 in data24){
if(!((((key4 === "api_url") || (key4 === "repository")) || (key4 === "id")) || (key4 === "attempt"))){
const err58 = {instancePath:instancePath+"/operation/owner/run",schemaPath:"#/properties/operation/properties/owner/properties/run/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.operation.properties.owner.properties.run,data:data24};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data24.api_url !== undefined){
let data25 = data24.api_url;
if(typeof data25 !== "string"){
const err59 = {instancePath:instancePath+"/operation/owner/run/api_url",schemaPath:"#/properties/operation/properties/owner/properties/run/properties/api_url/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.operation.properties.owner.properties.run.properties.api_url.type,parentSchema:schema31.properties.operation.properties.owner.properties.run.properties.api_url,data:data25};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data24.repository !== undefined){
let data26 = data24.repository;
if(typeof data26 !== "string"){
const err60 = {instancePath:instancePath+"/operation/owner/run/repository",schemaPath:"#/properties/operation/properties/owner/properties/run/properties/repository/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.operation.properties.owner.properties.run.properties.repository.type,parentSchema:schema31.properties.operation.properties.owner.properties.run.properties.repository,data:data26};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data24.id !== undefined){
let data27 = data24.id;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err61 = {instancePath:instancePath+"/operation/owner/run/id",schemaPath:"#/properties/operation/properties/owner/properties/run/properties/id/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.operation.properties.owner.properties.run.properties.id.type,parentSchema:schema31.properties.operation.properties.owner.properties.run.properties.id,data:data27};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 1 || isNaN(data27)){
const err62 = {instancePath:instancePath+"/operation/owner/run/id",schemaPath:"#/properties/operation/properties/owner/properties/run/properties/id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.operation.properties.owner.properties.run.properties.id,data:data27};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
if(data24.attempt !== undefined){
let data28 = data24.attempt;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err63 = {instancePath:instancePath+"/operation/owner/run/attempt",schemaPath:"#/properties/operation/properties/owner/properties/run/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.operation.properties.owner.properties.run.properties.attempt.type,parentSchema:schema31.properties.operation.properties.owner.properties.run.properties.attempt,data:data28};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 1 || isNaN(data28)){
const err64 = {instancePath:instancePath+"/operation/owner/run/attempt",schemaPath:"#/properties/operation/properties/owner/properties/run/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.operation.properties.owner.properties.run.properties.attempt,data:data28};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
}
}
}
}
if(data9.started_at !== undefined){
let data29 = data9.started_at;
if(typeof data29 !== "string"){
const err65 = {instancePath:instancePath+"/operation/started_at",schemaPath:"#/properties/operation/properties/started_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.operation.properties.started_at.type,parentSchema:schema31.properties.operation.properties.started_at,data:data29};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data9.deadline !== undefined){
let data30 = data9.deadline;
if(typeof data30 !== "string"){
const err66 = {instancePath:instancePath+"/operation/deadline",schemaPath:"#/properties/operation/properties/deadline/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.operation.properties.deadline.type,parentSchema:schema31.properties.operation.properties.deadline,data:data30};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data9.phases !== undefined){
let data31 = data9.phases;
if(Array.isArray(data31)){
const len0 = data31.length;
for(let i0=0; i0<len0; i0++){
let data32 = data31[i0];
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.phase === undefined){
const err67 = {instancePath:instancePath+"/operation/phases/" + i0,schemaPath:"#/$defs/phase/required",keyword:"required",params:{missingProperty: "phase"},message:"must have required property '"+"phase"+"'",schema:schema38.required,parentSchema:schema38,data:data32};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data32.state === undefined){
const err68 = {instancePath:instancePath+"/operation/phases/" + i0,schemaPath:"#/$defs/phase/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'",schema:schema38.required,parentSchema:schema38,data:data32};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(data32.started_at === undefined){
const err69 = {instancePath:instancePath+"/operation/phases/" + i0,schemaPath:"#/$defs/phase/required",keyword:"required",params:{missingProperty: "started_at"},message:"must have required property '"+"started_at"+"'",schema:schema38.required,parentSchema:schema38,data:data32};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data32.ended_at === undefined){
const err70 = {instancePath:instancePath+"/operation/phases/" + i0,schemaPath:"#/$defs/phase/required",keyword:"required",params:{missingProperty: "ended_at"},message:"must have required property '"+"ended_at"+"'",schema:schema38.required,parentSchema:schema38,data:data32};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
for(const key5 in data32){
if(!((((key5 === "phase") || (key5 === "state")) || (key5 === "started_at")) || (key5 === "ended_at"))){
const err71 = {instancePath:instancePath+"/operation/phases/" + i0,schemaPath:"#/$defs/phase/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema38,data:data32};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data32.phase !== undefined){
let data33 = data32.phase;
if(!(((((((((((data33 === "claim") || (data33 === "fetch")) || (data33 === "freeze")) || (data33 === "expand")) || (data33 === "deploy")) || (data33 === "verify")) || (data33 === "switch")) || (data33 === "bake")) || (data33 === "rolling")) || (data33 === "contract")) || (data33 === "retire"))){
const err72 = {instancePath:instancePath+"/operation/phases/" + i0+"/phase",schemaPath:"#/$defs/phase/properties/phase/enum",keyword:"enum",params:{allowedValues: schema38.properties.phase.enum},message:"must be equal to one of the allowed values",schema:schema38.properties.phase.enum,parentSchema:schema38.properties.phase,data:data33};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data32.state !== undefined){
let data34 = data32.state;
if(!((((data34 === "running") || (data34 === "done")) || (data34 === "failed")) || (data34 === "skipped"))){
const err73 = {instancePath:instancePath+"/operation/phases/" + i0+"/state",schemaPath:"#/$defs/phase/properties/state/enum",keyword:"enum",params:{allowedValues: schema38.properties.state.enum},message:"must be equal to one of the allowed values",schema:schema38.properties.state.enum,parentSchema:schema38.properties.state,data:data34};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data32.started_at !== undefined){
let data35 = data32.started_at;
if(typeof data35 !== "string"){
const err74 = {instancePath:instancePath+"/operation/phases/" + i0+"/started_at",schemaPath:"#/$defs/phase/properties/started_at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.started_at.type,parentSchema:schema38.properties.started_at,data:data35};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data32.ended_at !== undefined){
let data36 = data32.ended_at;
if((typeof data36 !== "string") && (data36 !== null)){
const err75 = {instancePath:instancePath+"/operation/phases/" + i0+"/ended_at",schemaPath:"#/$defs/phase/properties/ended_at/type",keyword:"type",params:{type: schema38.properties.ended_at.type},message:"must be string,null",schema:schema38.properties.ended_at.type,parentSchema:schema38.properties.ended_at,data:data36};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/operation/phases/" + i0,schemaPath:"#/$defs/phase/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data:data32};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/operation/phases",schemaPath:"#/properties/operation/properties/phases/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.operation.properties.phases.type,parentSchema:schema31.properties.operation.properties.phases,data:data31};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
}
if(data.history !== undefined){
let data37 = data.history;
if(Array.isArray(data37)){
if(data37.length > 50){
const err78 = {instancePath:instancePath+"/history",schemaPath:"#/properties/history/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items",schema:50,parentSchema:schema31.properties.history,data:data37};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
const len1 = data37.length;
for(let i1=0; i1<len1; i1++){
if(!(validate26(data37[i1], {instancePath:instancePath+"/history/" + i1,parentData:data37,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
else {
const err79 = {instancePath:instancePath+"/history",schemaPath:"#/properties/history/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.history.type,parentSchema:schema31.properties.history,data:data37};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
