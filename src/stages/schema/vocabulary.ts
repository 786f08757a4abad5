/** The keywords of 2020-12 and draft-07, and `discriminator` of OpenAPI: what a misspelt one may be meant to be. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  '$schema', '$id', '$ref', '$anchor', '$dynamicRef', '$dynamicAnchor', '$vocabulary', '$comment', '$defs', 'definitions',
  'type', 'enum', 'const', 'default', 'examples', 'title', 'description', 'deprecated', 'readOnly', 'writeOnly',
  'properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'propertyNames', 'required',
  'minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas', 'dependencies', 'discriminator',
  'items', 'prefixItems', 'additionalItems', 'unevaluatedItems', 'contains', 'minContains', 'maxContains', 'minItems',
  'maxItems', 'uniqueItems', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else',
  'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'pattern', 'format',
  'contentEncoding', 'contentMediaType', 'contentSchema',
])

/**
 * Words that others write into schemas, near to keywords or not: of older drafts, OpenAPI, editors, generators of code
 * and forms, other validators; and plain words for notes.
 */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  'id', '$recursiveRef', '$recursiveAnchor', 'divisibleBy', 'disallow', 'extends', 'optional', 'links', 'media',
  'example', 'nullable', 'xml', 'externalDocs', 'schema', 'content', 'style', 'explode', 'summary', 'mapping',
  'markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions', 'deprecationMessage', 'errorMessage',
  'patternErrorMessage', 'defaultSnippets', 'doNotSuggest', 'suggestSortText', 'allowComments', 'allowTrailingCommas',
  'enumNames', 'enumTitles', 'tsType', 'tsEnumNames', 'javaType', 'options', 'propertyOrder', 'order', 'ui',
  'formatMinimum', 'formatMaximum', 'formatExclusiveMinimum', 'formatExclusiveMaximum', 'instanceof', 'typeof', 'range',
  'transform', 'uniqueItemProperties', 'select', 'selectCases', 'selectDefault', 'patternRequired', 'dynamicDefaults',
  'comment', 'note', 'notes', 'name', 'label', 'version', 'since', 'unit', 'units', 'when', 'where', 'cost', 'count',
  'container', 'hidden', 'internal', 'group', 'category', 'tags', 'see', 'sensitive', 'secret',
])

/** The formats of JSON Schema, and those of OpenAPI and of ajv that are checked. */
export const FORMATS: ReadonlySet<string> = new Set([
  'date', 'time', 'date-time', 'duration', 'email', 'idn-email', 'hostname', 'idn-hostname', 'ipv4', 'ipv6', 'uri',
  'uri-reference', 'iri', 'iri-reference', 'uri-template', 'uuid', 'json-pointer', 'relative-json-pointer', 'regex',
  'iso-time', 'iso-date-time', 'json-pointer-uri-fragment', 'url', 'byte', 'int32', 'int64',
])

/** Formats of registries elsewhere: they say nothing here, and are not misspelt. */
export const FORMATS_ELSEWHERE: ReadonlySet<string> = new Set([
  'float', 'double', 'decimal', 'decimal128', 'password', 'binary', 'char', 'int8', 'int16', 'uint8', 'uint16',
  'uint32', 'uint64',
  'double-int', 'single', 'media-range', 'commonmark', 'html', 'http-date', 'sf-string', 'sf-integer', 'sf-boolean', 'sf-token',
  'color', 'phone', 'utc-millisec', 'ip', 'ipv4-cidr', 'ipv6-cidr', 'cidr', 'mac', 'urn', 'date-only', 'bytes', 'text',
])
