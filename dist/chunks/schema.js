import { At as yamlText, C as tellFindings, D as open, Ds as resolve, Fs as put, Gn as plainValue, Gs as name, Ho as compareText, Ks as say, Ms as isMapping, Ps as own, Us as escapeControls, Vo as Collector, Vs as nearest, ft as inert, hr as fence, ht as jsonText, js as isList, ks as heldBy, lr as plural, mr as code, os as Failure, pt as isActive, vr as table, w as writeJson } from "./shared.js";
// src/stages/schema-bundle/bundle.ts
/** Most values of a bundle: it is meant to be read and handed on. */
const LARGEST = 2e5;
/**
* Makes one schema of a schema and of all that its references lead to in other files, which is copied below `$defs`
* (`definitions` in draft-07). It accepts what the schema accepts. `$id` and anchors of what is copied are left out,
* since references in a bundle are pointers.
*/
function bundle(root) {
	try {
		return { schema: new Bundling(root).result() };
	} catch (error) {
		if (error instanceof Unbundled) return { problem: error.why };
		throw error;
	}
}
var Unbundled = class extends Error {
	why;
	constructor(why) {
		super(why);
		this.why = why;
	}
};
const NAMING_KEYWORDS = /* @__PURE__ */ new Set([
	"$id",
	"$anchor",
	"$dynamicAnchor"
]);
var Bundling = class {
	#root;
	#keyword;
	/** What is copied, under its name; more is found as it is copied. */
	#names = /* @__PURE__ */ new Map();
	#taken;
	#size = 0;
	constructor(root) {
		this.#root = root;
		this.#keyword = root.dialect === "draft-07" ? "definitions" : "$defs";
		const own = root.keyword(this.#keyword);
		this.#taken = new Set(isMapping(own) ? Object.keys(own) : []);
	}
	result() {
		const schema = this.#copy(this.#root);
		const added = {};
		for (const [node, name] of this.#names) put(added, name, this.#copy(node));
		if (!isMapping(schema) || Object.keys(added).length === 0) return schema;
		const before = own(schema, this.#keyword);
		const out = {};
		for (const key of Object.keys(schema)) if (key !== this.#keyword) put(out, key, schema[key]);
		put(out, this.#keyword, {
			...isMapping(before) ? before : {},
			...added
		});
		return out;
	}
	#copy(node) {
		const { schema } = node;
		if (!isMapping(schema)) return this.#copyValue(schema);
		if (node.keyword("$dynamicRef") !== void 0) throw new Unbundled(DYNAMIC);
		const out = {};
		for (const keyword of Object.keys(schema)) {
			if (NAMING_KEYWORDS.has(keyword) && node !== this.#root) continue;
			if (keyword === "$schema" && node !== this.#root) continue;
			put(out, keyword, this.#copyKeyword(node, keyword, schema[keyword]));
		}
		return out;
	}
	#copyKeyword(node, keyword, value) {
		if (keyword === "$ref" && typeof value === "string") return this.#referenceTo(node, value);
		const held = heldBy(node, keyword);
		if (held.length === 0) return this.#copyValue(value);
		const [single] = held;
		if (single?.[0] === "" && !isList(value) && single[1].above === node) return this.#copy(single[1]);
		const copies = new Map(held.map(([token, below]) => [token, this.#copy(below)]));
		if (isList(value)) return value.map((one, i) => copies.get(String(i)) ?? this.#copyValue(one));
		const out = {};
		for (const [key, one] of Object.entries(value)) put(out, key, copies.get(key) ?? this.#copyValue(one));
		return out;
	}
	/** What is no schema, as it is. */
	#copyValue(value) {
		if (++this.#size > LARGEST) throw new Unbundled(TOO_LARGE);
		return value;
	}
	#referenceTo(node, reference) {
		const target = resolve(node, reference).node;
		if (target === void 0) return reference;
		if (target.dialect !== this.#root.dialect) throw new Unbundled(DIALECTS);
		if (target.document === this.#root.document) return `#${fragment(target.tokens)}`;
		let name = this.#names.get(target);
		if (name === void 0) this.#names.set(target, name = this.#nameFor(target));
		return `#${fragment([this.#keyword, name])}`;
	}
	/** `common.port` for `schemas/common.yaml#/$defs/port`. */
	#nameFor({ document, tokens }) {
		const file = (document.path.split(/[/:]/).at(-1) ?? "").replace(/\.(?:ya?ml|json)$/, "");
		const last = tokens.at(-1);
		const wanted = last === void 0 ? file : `${file}.${last}`;
		let name = wanted;
		for (let i = 2; this.#taken.has(name); i++) name = `${wanted}.${i}`;
		this.#taken.add(name);
		return name;
	}
};
/** A pointer as the fragment of a URI (RFC 6901 §6). */
function fragment(tokens) {
	return tokens.map((token) => "/" + encodeURIComponent(token.replaceAll("~", "~0").replaceAll("/", "~1")).replaceAll("%24", "$")).join("");
}
const DYNAMIC = say`it uses $dynamicRef, which means something else wherever it is used from`;
const DIALECTS = say`it refers to a schema of another dialect`;
const TOO_LARGE = say`it would be too large`;
// src/queries/schemas.ts
const BUILT_IN = "cairn:";
/** The kinds that there are documents or schemas of, with the file that each one's schema is in. */
function listKinds({ discovery, schemas, config }) {
	const counts = new Map(schemas.kinds.map((kind) => [kind, 0]));
	for (const { id } of discovery.documents.values()) counts.set(id.kind, (counts.get(id.kind) ?? 0) + 1);
	return [...counts].sort(([a], [b]) => compareText(a, b)).map(([kind, documents]) => {
		const named = schemas.of(kind)?.root.document.path;
		const path = named === void 0 || schemas.set.root(named) === void 0 ? void 0 : named;
		const version = config.kinds.get(kind)?.version;
		return {
			kind,
			documents,
			...path === void 0 ? {} : {
				schema: path,
				builtIn: path.startsWith(BUILT_IN)
			},
			...version === void 0 ? {} : { version }
		};
	});
}
/**
* The schema of a kind as it stands in its file; `resolved`: with all that it refers to.
*
* @throws Failure where there is no such kind, it has no schema, or the schema cannot be made one
*/
function schemaOfKind({ schemas, discovery }, kind, how) {
	const schema = schemas.of(kind);
	if (schema === void 0 || schemas.set.root(schema.root.document.path) === void 0) {
		if ([...discovery.documents.values()].some(({ id }) => id.kind === kind)) throw new Failure("usage", say`the kind ${name(kind)} has no schema`, say`write schemas/${name(kind)}.yaml, or name one in cairn.yaml`);
		const near = nearest(kind, schemas.kinds);
		throw new Failure("usage", say`there is no kind ${name(kind)}`, near === void 0 ? say`cairn schema lists them` : say`did you mean ${name(near)}?`);
	}
	const { path, tree } = schema.root.document;
	const files = schemas.filesOf(kind);
	if (how === "as-written") return {
		path,
		text: tree.source.text,
		value: tree.value,
		files
	};
	const bundled = schema.usable ? bundle(schema.root) : { problem: say`it has errors` };
	if (bundled.problem !== void 0) throw new Failure("usage", say`${name(path)} cannot be put together with what it refers to: ${bundled.problem}`);
	return {
		path,
		value: bundled.schema,
		files
	};
}
// src/report/schemas.ts
/** One kind a line: its name, its schema's file, how many documents it has. */
function kindsText(kinds, style) {
	const width = Math.max(0, ...kinds.map(({ kind }) => escapeControls(kind).length));
	return kinds.map((one) => {
		const named = style("bold", escapeControls(one.kind)) + " ".repeat(width - escapeControls(one.kind).length);
		const version = one.version === void 0 ? "" : `, version ${one.version}`;
		return `${named}  ${whereIs(one)}  ${style("dim", `${plural(one.documents, "document")}${version}`)}\n`;
	}).join("");
}
function kindsMarkdown(kinds) {
	const rows = kinds.map((one) => {
		const { kind, schema, builtIn, version, documents } = one;
		const where = schema === void 0 ? "none" : `${code(schema)}${builtIn === true ? " (built in)" : ""}`;
		return [
			code(kind),
			where,
			version === void 0 ? "" : String(version),
			String(documents)
		];
	});
	return table([
		"Kind",
		"Schema",
		"Version",
		"Documents"
	], rows);
}
function whereIs({ schema, builtIn }) {
	if (schema === void 0) return "no schema";
	return builtIn === true ? `${escapeControls(schema)} (built in)` : escapeControls(schema);
}
/**
* A schema as it stands in its file, else as YAML; as JSON, which is YAML as well, where the text would put something
* into a log that a runner or a terminal acts on.
*/
function schemaText({ text, value }) {
	const written = text ?? yamlText(value);
	if (isActive(written)) return `${schemaJson({ value })}\n`;
	return written.endsWith("\n") ? written : `${written}\n`;
}
function schemaMarkdown(printed) {
	const text = schemaText(printed);
	return `### ${code(printed.path)}\n\n${fence(text, text.startsWith("{") ? "json" : "yaml")}`;
}
function schemaJson({ value }) {
	return jsonText(plainValue(value));
}
// src/cli/schema.ts
/** Lists the kinds, or prints the schema of one; what is wrong with that schema is told on standard error. */
async function runSchema(kind, options, terminal) {
	const collector = new Collector();
	const workspace = await open(options, terminal, collector);
	const findings = collector.findings();
	if (kind === void 0) {
		printKinds(workspace, options, terminal);
		return tellFindings(findings.filter(({ rule }) => rule.startsWith("schema/") || rule.startsWith("config/")), terminal);
	}
	const printed = schemaOfKind(workspace, kind, options.resolved === true ? "resolved" : "as-written");
	if (options.format === "json") terminal.out(`${schemaJson(printed)}\n`);
	else if (options.format === "markdown") terminal.out(schemaMarkdown(printed));
	else terminal.out(schemaText(printed));
	const own = findings.filter(({ location: { file } }) => file !== void 0 && printed.files.includes(file));
	return tellFindings(own, terminal);
}
function printKinds(workspace, { format }, terminal) {
	const kinds = listKinds(workspace);
	if (format === "json") writeJson(terminal, {
		snapshot: workspace.snapshot.label,
		kinds
	});
	else if (format === "markdown") terminal.out(inert(kindsMarkdown(kinds)));
	else terminal.out(inert(kindsText(kinds, terminal.outStyle)));
}
export { runSchema };
