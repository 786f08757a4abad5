import { t as createFile } from "./create-file.js";
import { Ci as discover, Di as readConfig, Ei as useOf, Ga as compileGlob, Ja as Source, Ji as createReader, Js as HOLE, Ka as ignoredByName, Ks as say, Ms as isMapping, Ro as workingTree, Rs as pointer, So as NODE, Us as escapeControls, Vo as Collector, Xs as Opaque, ao as formatOf, ft as inert, gr as md, hr as fence, js as isList, lr as plural$1, mr as code, oo as CONFIG_FILE, os as Failure, qa as isIgnored, rs as repositoryOf, w as writeJson, wi as createLayout, wt as names } from "./shared.js";
import { resolve } from "node:path";
// src/stages/discover/propose/aside.ts
const CHART = "the chart, not its values";
const KUSTOMIZE = "instructions for Kustomize, which Cairn does not run";
const TOOL = "settings of a tool";
const BY_NAME = "ignored by its name";
const TESTS = "tests and their data";
const MACHINE = "settings of one machine";
const OTHERS = "code of others";
/** Files that are known by their name alone, lower case. */
const FILES = new Map([
	...named(CHART, "chart.yaml chart.yml chart.lock requirements.yaml values.schema.json"),
	...named(KUSTOMIZE, "kustomization.yaml kustomization.yml kustomizeconfig.yaml"),
	...named("process variables of node-config; `variables` in this file does the same", variableFiles()),
	...named(TOOL, `angular.json ansible.cfg appveyor.yml azure-pipelines.yml bitbucket-pipelines.yml book.toml bower.json buf.gen.yaml
    buf.yaml buf.lock cargo.lock cargo.toml cloudbuild.yaml cloudbuild.yml codecov.yml compose.yaml compose.yml
    composer.json composer.lock deno.json docker-compose.override.yml docker-compose.yaml docker-compose.yml
    galaxy.yml gradle.lockfile gradle.properties gradle-wrapper.properties helmfile.yaml jest.config.json jsconfig.json
    lerna.json manifest.json maven-wrapper.properties mkdocs.yml netlify.toml npm-shrinkwrap.json nx.json
    package-lock.json package.json pipfile.lock pnpm-lock.yaml pnpm-workspace.yaml poetry.lock poetry.toml pubspec.lock
    pubspec.yaml pyproject.toml pytest.ini renovate.json renovate.json5 ruff.toml rust-toolchain.toml rustfmt.toml
    serverless.yml setup.cfg skaffold.yaml skaffold.yml sonar-project.properties tox.ini tslint.json turbo.json uv.lock
    vercel.json`)
]);
const FOLDERS = new Map([...named(OTHERS, "node_modules vendor third_party"), ...named(TESTS, "tests __tests__ testdata fixtures __fixtures__")]);
/** Characters that mean something in a pattern or a glob, and those that no name may have. */
const UNWRITABLE = /[*?{}\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]/;
/**
* Whether a path is certainly no layer, and why: formats that Cairn does not read, tools' own files, charts' templates,
* tests, and paths that no pattern can name.
*
* @param charts folders that hold a `Chart.yaml`
*/
function asideOf(path, charts) {
	if (ignoredByName(path) >= 0) return { why: BY_NAME };
	const folders = path.split("/");
	const file = folders.pop() ?? "";
	for (const [i, folder] of folders.entries()) {
		const why = FOLDERS.get(folder);
		if (why !== void 0) return {
			why,
			glob: `**/${folder}/**`
		};
		if (folder === "test" && folders[i - 1] === "src") return {
			why: TESTS,
			glob: "**/src/test/**"
		};
		if (folder.startsWith(".")) return {
			why: TOOL,
			glob: "**/.*/**"
		};
		if (folder === "templates" && charts.has(folders.slice(0, i).join("/"))) return {
			why: "templates of a chart",
			glob: "**/templates/**"
		};
	}
	return fileAside(file) ?? (UNWRITABLE.test(path) ? { why: NO_PATTERN } : void 0);
}
const NO_PATTERN = "no pattern can name it: its path has characters such as { or *, or some that cannot be written";
function fileAside(file) {
	const why = FILES.get(file.toLowerCase());
	if (why !== void 0) return {
		why,
		glob: `**/${file}`
	};
	if (/\.schema\.json$/.test(file)) return {
		why: "schemas",
		glob: "**/*.schema.json"
	};
	if (formatOf(file) === "env" && file.startsWith(".")) return dotenvAside(file);
	if (file.startsWith(".")) return {
		why: TOOL,
		glob: "**/.*"
	};
	return formatOf(file) === void 0 ? otherFormat(file) : void 0;
}
function dotenvAside(file) {
	const kind = /\.(?:(example|sample|template|dist)|local)$/.exec(file);
	if (kind === null) return void 0;
	return {
		why: kind[1] === void 0 ? MACHINE : "an example",
		glob: `**/${file}`
	};
}
/** Formats of configuration that Cairn does not read. */
const UNREAD = /\.(?:properties|conf|cnf|cfg|hcl|tfvars|json5|jsonc|hjson|cue|dhall|pkl|jsonnet)$/i;
const DOCUMENTATION = /\.(?:md|markdown|rst|adoc|txt)$/i;
function otherFormat(file) {
	const extension = /\.([A-Za-z0-9]+)$/.exec(file)?.[1];
	if (DOCUMENTATION.test(file)) return {
		why: "documentation",
		glob: `**/*.${extension ?? "md"}`
	};
	if (UNREAD.test(file)) return {
		why: "settings in a format that Cairn does not read",
		glob: `**/*.${extension ?? ""}`,
		unread: true
	};
	const why = "no format that Cairn reads";
	if (extension !== void 0) return {
		why,
		glob: `**/*.${extension}`
	};
	return /^[A-Za-z0-9_-]+$/.test(file) ? {
		why,
		glob: `**/${file}`
	} : { why };
}
/** Globs with their reasons, each once, sorted; those for extensions are drawn together. */
function ignoresOf(asides) {
	const globs = /* @__PURE__ */ new Map();
	const extensions = /* @__PURE__ */ new Map();
	for (const { glob, why } of asides) {
		const extension = glob === void 0 ? void 0 : EXTENSION_GLOB.exec(glob)?.[1];
		if (extension !== void 0) extensions.set(why, (extensions.get(why) ?? /* @__PURE__ */ new Set()).add(extension));
		else if (glob !== void 0) globs.set(glob, why);
	}
	for (const [why, all] of extensions) for (const glob of extensionGlobs([...all].sort())) globs.set(glob, why);
	return [...globs].sort(([one], [other]) => one < other ? -1 : 1).map(([glob, why]) => ({
		glob,
		why
	}));
}
const EXTENSION_GLOB = /^\*\*\/\*\.([A-Za-z0-9]+)$/;
/** A glob may stand for 64 at most. */
const MOST_TOGETHER = 60;
function extensionGlobs(extensions) {
	if (extensions.length === 1) return [`**/*.${extensions[0] ?? ""}`];
	const globs = [];
	for (let i = 0; i < extensions.length; i += MOST_TOGETHER) globs.push(`**/*.{${extensions.slice(i, i + MOST_TOGETHER).join(",")}}`);
	return globs;
}
function named(why, list) {
	return list.trim().split(/\s+/).map((name) => [name, why]);
}
function variableFiles() {
	return [
		"json",
		"yaml",
		"yml",
		"toml"
	].map((extension) => `custom-environment-variables.${extension}`).join(" ");
}
function lookAt(paths, read) {
	const sorted = [...new Set(paths)].sort();
	const charts = new Set(sorted.filter((path) => /(?:^|\/)Chart\.ya?ml$/.test(path)).map(folderOf));
	const candidates = [];
	const asides = /* @__PURE__ */ new Map();
	for (const path of sorted) {
		const aside = asideOf(path, charts);
		if (aside === void 0) candidates.push(candidateOf(path));
		else asides.set(path, aside);
	}
	return {
		paths: sorted,
		candidates,
		asides,
		...foldersOf(candidates),
		read: readingAtMost(50, read)
	};
}
function folderOf(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
/** The candidates in a folder, at any depth; all of them for the root. */
function candidatesBelow({ candidates }, folder) {
	if (folder === "") return candidates;
	const start = firstAtOrAfter(candidates, `${folder}/`);
	return candidates.slice(start, firstAtOrAfter(candidates, `${folder}0`, start));
}
function firstAtOrAfter(candidates, path, from = 0) {
	let low = from;
	let high = candidates.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (candidates[middle].path < path) low = middle + 1;
		else high = middle;
	}
	return low;
}
/** The last part of a path. */
function lastOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** `a/b` from `a` and `b`; the root is the empty text. */
function join$1(...parts) {
	return parts.filter((part) => part !== "").join("/");
}
function candidateOf(path) {
	const file = lastOf(path);
	const dot = formatOf(path) === "env" && file.startsWith(".") ? file.length : file.lastIndexOf(".");
	return {
		path,
		folder: folderOf(path),
		stem: file.slice(0, dot),
		extension: file.slice(dot)
	};
}
function foldersOf(candidates) {
	const byFolder = /* @__PURE__ */ new Map();
	const subfolders = /* @__PURE__ */ new Map();
	for (const candidate of candidates) {
		const files = byFolder.get(candidate.folder);
		if (files !== void 0) {
			files.push(candidate);
			continue;
		}
		byFolder.set(candidate.folder, [candidate]);
		for (let folder = candidate.folder; folder !== ""; folder = folderOf(folder)) {
			const parent = folderOf(folder);
			const known = subfolders.get(parent);
			if (known === void 0) subfolders.set(parent, /* @__PURE__ */ new Set([lastOf(folder)]));
			else known.add(lastOf(folder));
		}
	}
	return {
		byFolder,
		subfolders
	};
}
function readingAtMost(most, read) {
	const known = /* @__PURE__ */ new Map();
	return (path) => {
		if (known.has(path)) return known.get(path);
		if (known.size >= most) return void 0;
		const found = read(path);
		const documents = found === void 0 ? void 0 : Array.isArray(found) ? found : [found];
		known.set(path, documents);
		return documents;
	};
}
// src/stages/discover/propose/values.ts
function isPlainMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && isPlain(Object.getPrototypeOf(value));
}
/** Leaves that a parser keeps as instances of its own are no mappings. */
function isPlain(prototype) {
	return prototype === Object.prototype || prototype === null;
}
function ownValue(value, key) {
	return isPlainMapping(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function valueUnder(value, ...keys) {
	return keys.reduce(ownValue, value);
}
function keysOf(value) {
	return isPlainMapping(value) ? Object.keys(value) : [];
}
/** The share of `some` that is also in `all`: 0 to 1, and 0 where there is nothing to compare. */
function shareIn(some, all) {
	return some.length === 0 ? 0 : some.filter((key) => all.has(key)).length / some.length;
}
/** Whether `at` can name a key: `*` and braces have a meaning there, and no document is called '' or `x/`. */
function isWritable(key) {
	return key !== "" && key !== "*" && !/[{}]|\/$/.test(key);
}
/** Items by what they have in common, in the order of their first. */
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [item]);
		else group.push(item);
	}
	return groups;
}
/** A few items from all over a list: first, last, and between. */
function spread(items, count) {
	if (items.length <= count) return items;
	return Array.from({ length: count }, (_, i) => items[Math.round(i * (items.length - 1) / (count - 1))]);
}
// src/stages/discover/propose/entries.ts
/** Fewer entries than these may be alike by chance. */
const FEWEST_ENTRIES = 5;
/** More keys beside the entries than these are a file of settings that has a list in it. */
const MOST_BESIDE = 4;
/** Entries for a file that holds a mapping or a list of many things of one sort; none where it does not. */
function entriesIn({ path }, repository) {
	const documents = repository.read(path) ?? [];
	const [document] = documents;
	if (documents.length !== 1 || !isPlainMapping(document)) return [];
	const keys = keysOf(document);
	const catalogues = keys.filter((key) => isWritable(key) && catalogueAt(document, key) !== void 0);
	if (catalogues.length === 0) return areOfOneSort(Object.values(document)) ? [rootEntry(path)] : [];
	const beside = keys.filter((key) => !catalogues.includes(key));
	if (beside.length > MOST_BESIDE) return [];
	return [...catalogues.map((key) => catalogueEntry(path, key, document, catalogues.length)), ...beside.filter((key) => isWritable(key) && isPlainMapping(document[key])).map((key) => settingsEntry(path, key))];
}
function catalogueAt(document, key) {
	const value = ownValue(document, key);
	if (isPlainMapping(value)) return areOfOneSort(Object.values(value)) ? "mapping" : void 0;
	if (!Array.isArray(value) || !areOfOneSort(value)) return void 0;
	const names = value.map((item) => ownValue(item, "name"));
	return names.every((name) => typeof name === "string") && new Set(names).size === names.length ? "list" : void 0;
}
/** Whether all are mappings that share most of their keys with the keys that most of them have. */
function areOfOneSort(items) {
	if (items.length < FEWEST_ENTRIES || !items.every((item) => keysOf(item).length > 1)) return false;
	const counts = /* @__PURE__ */ new Map();
	for (const item of items) for (const key of keysOf(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
	const usual = [...counts].filter(([, count]) => count * 2 > items.length).map(([key]) => key);
	return usual.length > 1 && items.every((item) => shareIn(usual, new Set(keysOf(item))) >= .5);
}
/** The folder is the word for what is in it, unless several catalogues would share it. */
function catalogueEntry(path, key, document, catalogues) {
	const folder = lastOf(folderOf(path));
	const kind = catalogues > 1 || folder === "" ? key.replaceAll("/", "-") : folder;
	const note = "one document an entry";
	return catalogueAt(document, key) === "list" ? {
		path,
		at: `${pointer([key])}/*`,
		kind,
		name: { at: "/name" },
		note
	} : {
		path,
		at: `${pointer([key])}/{name}`,
		kind,
		note
	};
}
function settingsEntry(path, key) {
	return {
		path,
		at: pointer([key]),
		kind: "settings",
		name: key,
		note: "what is beside them"
	};
}
function rootEntry(path) {
	return {
		path,
		at: "/{name}",
		kind: lastOf(folderOf(path)) || "entries",
		note: "one document an entry"
	};
}
// src/stages/discover/propose/catalogue.ts
const SAMPLE$1 = 3;
const MOST_FOLDERS = 12;
/** Files whose entries are looked for: a catalogue is one of few files, not one of many. */
const MOST_FILES = 6;
/** A catalogue: files of one sort side by side, or entries of one sort in a file; no environments. */
function sketchCatalogue(repository) {
	return inFiles(repository) ?? inFolders(repository);
}
function sketchOf(layout, confidence, seen) {
	return {
		shape: "catalogue",
		confidence,
		seen,
		layout,
		environments: /* @__PURE__ */ new Map(),
		learned: true,
		presence: "inherited",
		ignore: [],
		misfits: [],
		alternatives: ["`{environment}` in the paths, once there is more than one"]
	};
}
function inFiles(repository) {
	if (repository.candidates.length > MOST_FILES) return void 0;
	const layout = repository.candidates.flatMap((candidate) => entriesIn(candidate, repository));
	return layout.length === 0 ? void 0 : sketchOf(layout, .6, "documents of one sort in one file");
}
function inFolders(repository) {
	const layout = [];
	const open = [""];
	for (let folder = open.shift(); folder !== void 0; folder = open.shift()) {
		const files = candidatesBelow(repository, folder);
		const own = repository.byFolder.get(folder) ?? [];
		if (folder !== "" && files.length > 1 && areAlike(files, repository)) {
			layout.push(...folderEntries$1(folder, files));
			continue;
		}
		if (own.length > 1 && areAlike(own, repository)) layout.push(...folderEntries$1(folder, own));
		open.push(...[...repository.subfolders.get(folder) ?? []].sort().map((name) => join$1(folder, name)));
		if (layout.length > MOST_FOLDERS) return void 0;
	}
	return layout.length === 0 ? void 0 : sketchOf(layout, .2, "files of one sort side by side, without environments");
}
/** Whether files set the same keys, as far as a few of them tell. Files that cannot be read tell nothing. */
function areAlike(files, repository) {
	const keys = spread(files, SAMPLE$1).map(({ path }) => keysOf(repository.read(path)?.[0]));
	const told = keys.filter((some) => some.length > 0);
	const first = new Set(told[0]);
	return told.length * 2 > keys.length && told.every((some) => shareIn(some, first) >= .5);
}
function folderEntries$1(folder, files) {
	const nested = files.some((file) => file.folder !== folder);
	const unique = new Set(files.map(({ stem, extension }) => `${stem}${extension}`)).size === files.length;
	const name = nested ? unique ? "**/{name}" : "{name**}" : "{name}";
	return [...new Set(files.map(({ extension }) => extension))].sort().map((extension) => ({
		path: join$1(folder, `${name}${extension}`),
		kind: lastOf(folder) || "settings",
		note: "one document a file"
	}));
}
// src/stages/discover/propose/effective.ts
/**
* How many effective documents a discovery gives: for each document the environments, but abstract ones, in which it
* has a layer of its own or of an ancestor's. Layers below every environment count under `presence: inherited` only,
* and so do those of ancestors that every environment has.
*/
function effectiveIn({ discovery, config }) {
	const declared = config.presence === "declared";
	const lineages = discovery.environments.map(({ name }) => lineageOf(name, discovery));
	const common = new Set(lineages[0]?.filter((name) => lineages.every((lineage) => lineage.includes(name))));
	let count = 0;
	for (const { sources } of discovery.documents.values()) {
		const named = new Set(sources.map(({ environment }) => environment));
		for (const [i, { name, abstract }] of discovery.environments.entries()) {
			const ancestors = (lineages[i] ?? []).filter((other) => other === name || !declared || !common.has(other));
			if (!abstract && (!declared && named.has(null) || ancestors.some((other) => named.has(other)))) count++;
		}
	}
	return count;
}
/** An environment and all that it inherits from. */
function lineageOf(name, { environments }) {
	const found = /* @__PURE__ */ new Set([name]);
	for (const at of found) {
		const definition = environments.find((environment) => environment.name === at);
		for (const parent of definition?.inherits ?? []) found.add(parent.name);
	}
	return [...found];
}
// src/stages/discover/propose/names.ts
/** Parts of names that mean an environment wherever they stand: `usdf-dev`, `prod-eu`. */
const STRONG = words(`dev develop development devel nonprod nonproduction preprod preproduction prd prod production qa
  sandbox sbx stage staging stg uat`);
/** Names that mean an environment only as the whole text: `test-runner` is an application. */
const WHOLE = words(`alpha beta canary chaos ci demo docker dr e2e edge eu europe int integration kind lab live local
  minikube nightly perf performance pilot preview asia emea apac sit test testing tst us`);
/** Folders whose children are environments, whatever they are called. */
const ENVIRONMENT_PARENTS = words("env environment environments envs overlay overlays stages");
/** What people call the layer below all environments, the likeliest first. */
const COMMON_NAMES = words("base default defaults common _base _default _common shared global all");
/** What follows `values-` or `application-` without being an environment: patterns, examples, machines. */
const NO_ENVIRONMENT$1 = words(`dist enc encrypted example examples local-example override overrides sample schema secret
  secrets sops template tmpl tpl`);
const REGION = /^(?:af|ap|asia|australia|ca|cn|eu|europe|il|me|mx|northamerica|sa|southamerica|us)-(?:gov-)?(?:north|south|east|west|central)[a-z]*-?[0-9][a-z]?$/;
/** `idfprod`, `ukidacdev`: written together. Longer words end in `int` and `test` by chance, so those do not count. */
const ENDING = /(?:dev|prod|staging)[0-9]*$/;
/** Whether a name reads like an environment's: `production`, `us-east-1`, `prod2`, `idfprod`, `usdf-dev`. */
function looksLikeEnvironment(text) {
	const lower = text.toLowerCase();
	if (WHOLE.has(withoutNumber(lower)) || REGION.test(lower) || ENDING.test(lower)) return true;
	return lower.split(/[-_.]/).some((part) => STRONG.has(withoutNumber(part)));
}
/** Whether a variant's suffix certainly means something else than an environment: `schema`, `example`, `sops`. */
function isNoEnvironment(text) {
	return text.toLowerCase().split(/[-_.]/).some((part) => NO_ENVIRONMENT$1.has(part));
}
function withoutNumber(text) {
	return text.replace(/[0-9]{1,3}$/, "");
}
function words(text) {
	return new Set(text.split(/\s+/));
}
// src/stages/discover/propose/folders.ts
const MOST_PATTERNS = 4;
/** Few patterns that together match exactly these folders; the ones that match most come first. */
function patternsOf(folders) {
	let remaining = [...new Set(folders)].sort();
	const whole = remaining;
	const patterns = [];
	while (remaining.length > 0) {
		const group = largestGroup(remaining);
		if (group === void 0) break;
		if (patterns.length === MOST_PATTERNS) return spanning(whole);
		patterns.push(group);
		const taken = new Set(group.folders);
		remaining = remaining.filter((folder) => !taken.has(folder));
	}
	patterns.push(...remaining.map(fixedPattern));
	return patterns.length > MOST_PATTERNS ? spanning(whole) : withOwnKinds(patterns);
}
/** Patterns of which no two give a document the same kind and name: where they would, the kind says all of the path. */
function withOwnKinds(patterns) {
	const names = patterns.map(namesOf);
	return patterns.map((pattern, i) => {
		const meets = patterns.some((other, j) => i !== j && other.kind === pattern.kind && intersects(names[i], names[j]));
		const literal = pattern.pattern.split("/").filter((segment) => !segment.startsWith("{"));
		return meets && literal.length > 0 ? {
			...pattern,
			kind: literal.join("-")
		} : pattern;
	});
}
function namesOf({ pattern, name, folders }) {
	const at = pattern.split("/").indexOf("{name}");
	return new Set(at < 0 ? [name ?? ""] : folders.map((folder) => folder.split("/")[at] ?? ""));
}
function intersects(a = /* @__PURE__ */ new Set(), b = /* @__PURE__ */ new Set()) {
	for (const item of a) if (b.has(item)) return true;
	return false;
}
/** The largest set of at least two folders that are equal but for one segment; of equal sets the deepest segment. */
function largestGroup(folders) {
	const groups = /* @__PURE__ */ new Map();
	let best;
	for (const folder of folders) {
		if (folder === "") continue;
		const segments = folder.split("/");
		for (const [i, segment] of segments.entries()) {
			if (segment === "{environment}") continue;
			const pattern = segments.with(i, "{name}").join("/");
			const group = groups.get(pattern);
			if (group === void 0) groups.set(pattern, [folder]);
			else group.push(folder);
		}
	}
	for (const [pattern, group] of groups) if (group.length > 1 && group.length >= (best?.folders.length ?? 0)) best = {
		pattern,
		folders: group
	};
	return best && {
		...best,
		...kindOf$1(folderOf(best.pattern.slice(0, best.pattern.indexOf("{name}"))))
	};
}
function fixedPattern(folder) {
	if (folder === "") return {
		pattern: "",
		folders: [""]
	};
	const own = withoutEnvironment(folder);
	const name = lastOf(own);
	return {
		pattern: folder,
		...kindOf$1(folderOf(own)),
		...name === "" ? {} : { name },
		folders: [folder]
	};
}
/** One pattern for folders of many depths, by what they have in common at the front. */
function spanning(folders) {
	const first = (folders[0] ?? "").split("/");
	const differs = first.findIndex((segment, i) => {
		return segment === "{environment}" || folders.some((folder) => folder.split("/")[i] !== segment);
	});
	const front = first.slice(0, differs < 0 ? -1 : differs).join("/");
	const rest = folders.filter((folder) => folder !== front && !folder.includes("{environment}"));
	const others = folders.filter((folder) => folder === front || folder.includes("{environment}"));
	return [...rest.length > 0 ? [{
		pattern: join$1(front, "{name**}"),
		...kindOf$1(front),
		folders: rest
	}] : [], ...others.map(fixedPattern)];
}
function kindOf$1(folder) {
	const kind = lastOf(withoutEnvironment(folder));
	return kind === "" ? {} : { kind };
}
function withoutEnvironment(folder) {
	return folder.split("/").filter((segment) => segment !== "{environment}").join("/");
}
/**
* Folders whose subfolders are environments: because the folder is called so (`overlays/`), because their names read
* like environments', or because they hold the same files as a `base` beside them.
*/
function environmentFolders(repository) {
	const found = /* @__PURE__ */ new Map();
	for (const [parent, children] of repository.subfolders) {
		const common = [...COMMON_NAMES].find((name) => children.has(name));
		const environments = environmentsAmong(repository, parent, [...children].filter((name) => name !== common).sort(), common);
		if (environments.length === 0) continue;
		found.set(parent, {
			parent,
			environments,
			...common === void 0 ? {} : { common }
		});
	}
	return found;
}
function environmentsAmong(repository, parent, children, common) {
	if (ENVIRONMENT_PARENTS.has(lastOf(parent).toLowerCase())) return children;
	const alike = children.filter(looksLikeEnvironment);
	if ((alike.length >= 2 || alike.length === 1 && common !== void 0) && alike.length * 2 >= children.length) return alike;
	return common === "base" || common === "_base" ? sameFiles(repository, parent, children, common) : [];
}
/** The subfolders that have a file in common with `common`, if that is most of them. */
function sameFiles(repository, parent, children, common) {
	const relatives = (child) => {
		const folder = join$1(parent, child);
		return candidatesBelow(repository, folder).map(({ path }) => path.slice(folder.length));
	};
	const base = new Set(relatives(common));
	const alike = children.filter((child) => {
		return builds(repository, join$1(parent, child)) || relatives(child).some((file) => base.has(file));
	});
	return alike.length * 2 > children.length ? alike : [];
}
/** Whether Kustomize builds a folder. */
function builds({ asides }, folder) {
	return asides.has(`${folder}/kustomization.yaml`) || asides.has(`${folder}/kustomization.yml`);
}
/** Finds the first segment of a folder that is an environment, or the common layer of some. */
function placeFolder(folder, known) {
	const segments = folder === "" ? [] : folder.split("/");
	for (const [i, segment] of segments.entries()) {
		const at = known.get(segments.slice(0, i).join("/"));
		if (at === void 0) continue;
		const template = segments.with(i, "{environment}").join("/");
		if (segment === at.common) return {
			template,
			environment: null,
			common: segment
		};
		if (at.environments.includes(segment)) return {
			template,
			environment: segment
		};
	}
	return { template: folder };
}
// src/stages/discover/propose/sketch.ts
/** Environments without inheritance. */
function plainEnvironments(names) {
	return new Map([...new Set(names)].sort().map((name) => [name, {}]));
}
// src/stages/discover/propose/helm.ts
const RANK = {
	plain: 0,
	common: 1,
	environment: 2,
	secrets: 3,
	environmentSecrets: 4
};
/**
* Helm-style values: `values.yaml`, and a variant for each environment beside it, in `values/`, or in the environment's
* folder.
*/
function sketchHelm(repository) {
	const known = withoutVariants(environmentFolders(repository), repository);
	const files = repository.candidates.flatMap((candidate) => valuesFile(candidate, repository, known) ?? []);
	if (files.length === 0) return void 0;
	const byTemplate = groupBy(files, (file) => file.template);
	const layout = patternsOf(byTemplate.keys()).flatMap((pattern) => entriesOf$2(pattern, byTemplate));
	const environments = plainEnvironments(files.flatMap(({ environment }) => environment ?? []));
	const declared = environments.size > 0 && mostHaveOwnLayers(byTemplate);
	return {
		shape: "helm-values",
		confidence: environments.size > 0 ? .95 : .5,
		seen: environments.size > 0 ? "Helm-style values: a plain file, and one for each environment" : "Helm-style values without environments",
		layout,
		environments,
		learned: true,
		presence: declared ? "declared" : "inherited",
		ignore: [],
		misfits: [],
		alternatives: declared ? ["`presence: inherited`, if what has a plain file exists in every environment"] : []
	};
}
/** Leaves out folders in which files name environments: there, folders that read like environments are applications. */
function withoutVariants(known, repository) {
	const left = new Map(known);
	for (const { stem, folder } of repository.candidates) {
		const suffix = splitStem$1(stem)?.suffix;
		if (suffix === void 0 || isNoEnvironment(suffix) || COMMON_NAMES.has(suffix)) continue;
		for (let at = folder; at !== ""; at = folderOf(at)) left.delete(folderOf(at));
	}
	return left;
}
function valuesFile(candidate, repository, known) {
	const { stem, extension } = candidate;
	const inValues = lastOf(candidate.folder) === "values" && !stem.startsWith("values");
	const { template, environment, common } = placeFolder(inValues ? folderOf(candidate.folder) : candidate.folder, known);
	const parts = inValues ? inValuesFolder(stem) : splitStem$1(stem);
	if (parts === void 0) return void 0;
	const { base, pattern, suffix } = parts;
	const secret = base === "secrets";
	if (secret && !hasValues(candidate.folder, repository)) return void 0;
	if (suffix === void 0) {
		const rank = secret ? RANK.secrets : RANK.plain;
		const commonFolder = common === void 0 ? {} : { commonFolder: candidate.folder };
		return {
			template,
			file: `${pattern}${extension}`,
			environment: environment ?? null,
			rank,
			...commonFolder
		};
	}
	if (environment !== void 0 || isNoEnvironment(suffix)) return void 0;
	if (isCommon$1(suffix, candidate, repository)) return {
		template,
		file: pattern.replace("{environment}", () => suffix) + extension,
		environment: null,
		rank: RANK.common
	};
	if (inValues && !looksLikeEnvironment(suffix)) return void 0;
	const rank = secret ? RANK.environmentSecrets : RANK.environment;
	return {
		template,
		file: `${pattern}${extension}`,
		environment: suffix,
		rank
	};
}
function inValuesFolder(stem) {
	return {
		base: "values",
		pattern: "values/{environment}",
		suffix: stem
	};
}
/** `values`, `values-prod`, `prod-values`; `secrets` likewise. Before it stands nothing but an environment. */
function splitStem$1(stem) {
	const after = /^(values|secrets)(?:([-._])(.+))?$/s.exec(stem);
	if (after !== null) {
		const [, base = "", separator = "", suffix] = after;
		if (suffix === void 0) return {
			base,
			pattern: base
		};
		return {
			base,
			pattern: `${base}${separator}{environment}`,
			suffix
		};
	}
	const before = /^(.+)([-._])values$/s.exec(stem);
	const suffix = before?.[1];
	if (suffix === void 0 || !looksLikeEnvironment(suffix)) return void 0;
	return {
		base: "values",
		pattern: `{environment}${before?.[2] ?? ""}values`,
		suffix
	};
}
function hasValues(folder, repository) {
	return (repository.byFolder.get(folder) ?? []).some(({ stem }) => splitStem$1(stem)?.base === "values");
}
/** `values-base.yaml` beside a `values.yaml` is an environment called base; alone it is the layer below the others. */
function isCommon$1(suffix, { folder }, repository) {
	if (!COMMON_NAMES.has(suffix)) return false;
	return suffix !== "base" || !(repository.byFolder.get(folder) ?? []).some(({ stem }) => stem === "values");
}
function entriesOf$2(pattern, byTemplate) {
	const files = pattern.folders.flatMap((folder) => byTemplate.get(folder) ?? []);
	const naming = namingOf$2(pattern);
	const entries = /* @__PURE__ */ new Map();
	for (const { file, rank, commonFolder, environment } of files) {
		const common = commonFolder !== void 0;
		const segment = common ? commonSegment(pattern.pattern, commonFolder) : void 0;
		const path = join$1(segment === void 0 ? pattern.pattern : pattern.pattern.replace("{environment}", () => segment), file);
		const note = environment === null ? NOTES$4.plain : NOTES$4.environment;
		entries.set(path, {
			rank: common ? -1 : rank,
			entry: {
				path,
				...naming,
				note
			}
		});
	}
	return [...entries.values()].sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}
const NOTES$4 = {
	plain: "below every environment",
	environment: "over it, one file an environment"
};
/** The segment of a common folder that stands where the pattern has `{environment}`. */
function commonSegment(pattern, folder) {
	const at = pattern.split("/").indexOf("{environment}");
	return at < 0 ? void 0 : folder.split("/")[at];
}
function namingOf$2({ pattern, kind, name }) {
	const told = kind === void 0 || ENVIRONMENT_PARENTS.has(kind) ? void 0 : kind;
	if (pattern.includes("{name")) return { kind: told ?? "applications" };
	if (kind === void 0) return {
		kind: name ?? "applications",
		name: "values"
	};
	return {
		kind: told ?? "applications",
		name: name ?? "values"
	};
}
function mostHaveOwnLayers(byTemplate) {
	const all = [...byTemplate.values()];
	return all.filter((files) => files.some(({ environment }) => environment !== null)).length * 2 >= all.length;
}
// src/stages/discover/propose/settings.ts
/** What a sketch says in `cairn.yaml`. */
function settingsOf(sketch) {
	if (sketch.layout.length === 0) return void 0;
	const environments = environmentsOf(sketch);
	return {
		layout: sketch.layout.map(({ note: _, ...entry }) => entry),
		...environments === void 0 ? {} : { environments },
		...sketch.presence === "declared" ? { presence: "declared" } : {},
		...sketch.ignore.length === 0 ? {} : { ignore: sketch.ignore.map(({ glob }) => glob) }
	};
}
/**
* A list, or a mapping where any environment inherits. Nothing where every environment is learned from a path, and
* nothing would be said of it.
*/
function environmentsOf({ environments, layout, learned }) {
	if (environments.size === 0) return ["default"];
	if ([...environments.values()].some((one) => one.inherits !== void 0 || one.abstract !== void 0)) return Object.fromEntries(environments);
	return learned && layout.every(({ environment }) => environment === void 0) ? void 0 : [...environments.keys()];
}
// src/stages/discover/propose/tree.ts
/** A tree of a value that stands in no text, for code that asks for places only when it reports: all are at 0. */
function treeOf(path, value) {
	const keys = [];
	const ends = [];
	const walk = (key, at) => {
		const node = keys.push(key) - 1;
		if (isMapping(at)) for (const [inner, child] of Object.entries(at)) walk(inner, child);
		else if (isList(at)) for (const child of at) walk(null, child);
		ends[node] = keys.length;
	};
	walk(null, value);
	const spans = new Int32Array(keys.length * 5);
	for (const [node, end] of ends.entries()) spans[node * 5 + NODE.end] = end;
	return {
		source: new Source(path, ""),
		value,
		keys,
		spans
	};
}
// src/stages/discover/propose/trial.ts
function tryOut(sketch, repository) {
	const findings = [];
	const report = (found) => void findings.push(found);
	const settings = settingsOf(sketch);
	const tree = settings === void 0 ? void 0 : treeOf("cairn.yaml", settings);
	const config = readConfig(tree, report);
	const entries = repository.paths.map((path) => ({
		path,
		type: "file"
	}));
	const parse = (path, { separator }) => treesOf(path, separator, repository);
	const discovery = discover({
		entries,
		config,
		parse
	}, report);
	const layout = createLayout(config);
	const uses = new Map(repository.paths.map((path) => [path, useOf(layout, path)]));
	const used = repository.candidates.filter(({ path }) => uses.get(path)?.is === "layer").length;
	return {
		sketch,
		config,
		layout,
		discovery,
		uses,
		findings,
		score: discovery.documents.size === 0 ? 0 : used * sketch.confidence
	};
}
function isUsed(use) {
	return use?.is === "layer" || use?.is === "environment";
}
function treesOf(path, separator, repository) {
	const documents = repository.read(path);
	if (documents === void 0) return [treeOf(path, HOLE)];
	return documents.map((document) => treeOf(path, opened(document, separator)));
}
/** A document with its flat keys opened, so far as names in it are concerned: the last of two that meet counts. */
function opened(value, separator) {
	if (separator === void 0 || typeof value !== "object" || value === null || Array.isArray(value)) return value;
	const result = Object.create(null);
	for (const [key, inner] of Object.entries(value)) {
		const tokens = key.split(separator);
		let at = result;
		for (const token of tokens.slice(0, -1)) {
			const next = at[token];
			at = at[token] = typeof next === "object" && next !== null ? next : Object.create(null);
		}
		const last = tokens.at(-1);
		const before = at[last];
		const own = opened(inner, separator);
		at[last] = isObject(before) && isObject(own) ? {
			...before,
			...own
		} : own;
	}
	return result;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/stages/discover/propose/leftover.ts
/** Above this many, files of one folder are counted instead of listed. */
const MOST_LISTED = 3;
/** What a layout neither uses nor ignores, folded by folder; what may be configuration comes first. */
function leftoverOf(trial, repository) {
	const usedFolders = /* @__PURE__ */ new Set([""]);
	const left = [];
	for (const path of repository.paths) if (isUsed(trial?.uses.get(path)) && !repository.asides.has(path)) for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) usedFolders.add(folder);
	else if (isUnread(path, repository) || !isIgnoredIn(trial, path)) left.push(path);
	const maybe = [];
	const hardly = [];
	for (const [folder, paths] of groupBy(left, (path) => foldAt(path, usedFolders))) {
		const isShared = usedFolders.has(folder);
		const groups = isShared && paths.length <= MOST_LISTED ? paths.map((path) => [path]) : [paths];
		for (const group of groups) {
			const unplaced = describe(group, {
				folder,
				isShared
			}, repository);
			if (group.every((path) => repository.asides.has(path) && !isUnread(path, repository))) hardly.push(unplaced);
			else maybe.push(unplaced);
		}
	}
	return [...maybe, ...hardly];
}
function isIgnoredIn(trial, path) {
	return ignoredByName(path) >= 0 || isIgnored(trial?.layout.ignore ?? [], path);
}
/** Settings that Cairn cannot read are named even where `ignore` lists them: silence would say that all is well. */
function isUnread(path, { asides }) {
	return asides.get(path)?.unread === true;
}
/** The topmost folder above a path in which nothing is used; the path's own where something is used in all. */
function foldAt(path, usedFolders) {
	const own = folderOf(path);
	for (let slash = own.indexOf("/"); slash >= 0; slash = own.indexOf("/", slash + 1)) {
		const folder = own.slice(0, slash);
		if (!usedFolders.has(folder)) return folder;
	}
	return own;
}
function describe(paths, { folder, isShared }, repository) {
	const { asides } = repository;
	const reasons = [...new Set(paths.flatMap((path) => asides.get(path)?.why ?? []))];
	const unknown = paths.filter((path) => !asides.has(path)).length;
	const maybe = unknown + paths.filter((path) => isUnread(path, repository)).length;
	const [only] = paths;
	if (only !== void 0 && paths.length === 1) return {
		path: only,
		why: reasons[0] ?? "may be configuration"
	};
	const count = `${String(paths.length)}${isShared ? " more" : ""} files`;
	let why = `${count}: ${reasons.join("; ")}`;
	if (unknown === paths.length) why = `${count} that may be configuration`;
	else if (unknown > 0) why = `${count}, ${String(maybe)} of which may be configuration`;
	return {
		path: folder === "" ? "./" : `${folder}/`,
		why
	};
}
// src/stages/discover/propose/misfits.ts
/**
* Files that a layout takes for one layer and that hold several documents: `check` will report them. Nothing where
* there are more files than a proposal reads.
*/
function streamsAmong({ uses }, repository) {
	const whole = [];
	for (const [path, use] of uses) if (use.is === "layer" && !use.group.entries.some(({ stream }) => stream)) whole.push(path);
	if (whole.length > 50) return [];
	return whole.filter((path) => (repository.read(path)?.length ?? 0) > 1).map((path) => ({
		path,
		why: SEVERAL
	}));
}
const SEVERAL = "holds several documents where one is expected: split it, or ignore it";
// src/stages/discover/propose/splits.ts
/**
* Tells names from environments by evidence. A stem is a variant where what follows a separator is a known environment
* and what stands before it has a plain file; of several such, the one with the longest name. Without a plain file a
* known environment is enough, and the longest one counts, unless the stem has variants of its own.
*
* @param environments what is known to be an environment in this place
*/
function splitStem(stem, stems, environments) {
	let guess;
	let proven;
	for (const split of splitsOf(stem)) {
		if (!environments.has(split.environment)) continue;
		if (stems.has(split.name)) proven = {
			stem,
			...split
		};
		guess ??= {
			stem,
			...split
		};
	}
	const plain = {
		stem,
		name: stem,
		separator: "",
		environment: null
	};
	return proven ?? (guess === void 0 || hasVariants(stem, stems, environments) ? plain : guess);
}
/** Whether a stem is itself the name of variants, which makes it a plain file whatever it ends in. */
function hasVariants(stem, stems, environments) {
	for (const environment of environments) for (const separator of SEPARATORS) if (stems.has(`${stem}${separator}${environment}`)) return true;
	return false;
}
const SEPARATORS = "-._";
/** Every way to take a stem apart at a separator, the shortest name first. */
function splitsOf(stem) {
	const splits = [];
	for (let i = 1; i < stem.length - 1; i++) {
		const separator = stem[i];
		if (!SEPARATORS.includes(separator)) continue;
		splits.push({
			name: stem.slice(0, i),
			separator,
			environment: stem.slice(i + 1)
		});
	}
	return splits;
}
/**
* Entries that read the names of files as they are meant. `{name}-{environment}` splits at the last separator: where
* that is wrong for any file, each environment gets an entry of its own, whose longer literal text takes its files, and
* the files that even that would misread are written out.
*/
function namedEntries({ folder, kind, files, notes }) {
	const entries = [];
	const entry = (file, note) => ({
		path: join$1(folder, file),
		kind,
		note
	});
	for (const [extension, alike] of groupBy(files, (file) => file.extension)) {
		const suffixes = suffixesOf(alike);
		const compact = alike.every((file) => isRead(file, splitAtLast(file.stem, suffixes)));
		if (alike.some(({ environment }) => environment === null)) entries.push(entry(`{name}${extension}`, notes.plain));
		if (!compact) entries.push(...separateEntries({
			folder,
			kind,
			files: alike,
			notes
		}, extension));
		else for (const suffix of suffixes) entries.push(entry(`{name}${suffix}${extension}`, notes.environment));
	}
	return entries;
}
/** `-{environment}` for each separator that is in use. */
function suffixesOf(files) {
	return [...new Set(files.filter(({ environment }) => environment !== null).map(({ separator }) => separator))].sort().map((separator) => `${separator}{environment}`);
}
function isRead(file, as) {
	return as !== void 0 && as.name === file.name && as.environment === file.environment;
}
/** How `{name}` and `{name}-{environment}` read a stem together: the latter has more literal text. */
function splitAtLast(stem, suffixes) {
	const fitting = suffixes.filter((suffix) => stem.lastIndexOf(suffix[0]) > 0);
	if (fitting.length === 0) return {
		name: stem,
		environment: null
	};
	const at = stem.lastIndexOf(fitting[0][0]);
	return fitting.length > 1 ? void 0 : {
		name: stem.slice(0, at),
		environment: stem.slice(at + 1)
	};
}
function separateEntries({ folder, kind, files, notes }, extension) {
	const endings = /* @__PURE__ */ new Map();
	for (const { separator, environment } of files) if (environment !== null) endings.set(separator + environment, environment);
	const entries = [...endings].sort().map(([ending, environment]) => ({
		path: join$1(folder, `{name}${ending}${extension}`),
		kind,
		environment,
		note: notes.environment
	}));
	for (const file of files) {
		if (isRead(file, splitAtEnding(file.stem, endings))) continue;
		const { stem, name, environment } = file;
		const own = environment === null ? { note: notes.plain } : {
			environment,
			note: notes.environment
		};
		entries.push({
			path: join$1(folder, `${stem}${extension}`),
			kind,
			name,
			...own
		});
	}
	return entries;
}
/** How one entry an environment reads a stem: the longest ending takes it. */
function splitAtEnding(stem, endings) {
	let best = "";
	for (const ending of endings.keys()) if (ending.length > best.length && stem.length > ending.length && stem.endsWith(ending)) best = ending;
	if (best === "") return {
		name: stem,
		environment: null
	};
	return {
		name: stem.slice(0, -best.length),
		environment: endings.get(best) ?? null
	};
}
// src/stages/discover/propose/environment-files.ts
/** The share of a file's keys that a default file has too, if it is about the same. */
const ENOUGH$1 = .6;
/**
* A folder in which each file is an environment: by the files' names, by the folder's, or by what the files share with
* a common one among them or above.
*/
function environmentFiles(folder, repository) {
	const files = filesIn(folder, repository);
	const isParent = isEnvironmentParent(folder);
	const common = files.filter(({ stem }) => COMMON_NAMES.has(stem));
	const above = common.length > 0 || !isParent ? void 0 : commonAbove(folder, repository);
	const stems = new Set(files.map(({ stem }) => stem));
	const others = files.filter(({ stem }) => !COMMON_NAMES.has(stem) && !isNoEnvironment(stem) && !hasPlain(stem, stems));
	const likely = new Set(others.filter(({ stem }) => isParent || looksLikeEnvironment(stem)));
	const fewest = common.length > 0 || isParent ? 1 : 2;
	if (likely.size < fewest || likely.size * 2 < others.length) return void 0;
	const environments = others.filter((file) => likely.has(file) || isLike(file, common[0], repository));
	return {
		folder,
		files: [...common.map(({ stem, extension }) => ({
			file: `${stem}${extension}`,
			environment: null
		})), ...environments.map(({ stem, extension }) => ({
			file: `{environment}${extension}`,
			environment: stem
		}))],
		...above === void 0 ? {} : { above }
	};
}
function isEnvironmentParent(folder) {
	return ENVIRONMENT_PARENTS.has(lastOf(folder).toLowerCase());
}
/** The files of a folder, without those of one machine where node-config reads them. */
function filesIn(folder, repository) {
	const files = repository.byFolder.get(folder) ?? [];
	return isNodeConfig(folder, repository) ? files.filter(({ stem }) => localPattern(stem) === void 0) : files;
}
function isNodeConfig(folder, repository) {
	return (repository.byFolder.get(folder) ?? []).some(({ stem }) => stem === "default");
}
/** Settings of one machine, which node-config reads last. */
function localPattern(stem) {
	if (stem === "local") return stem;
	if (stem.startsWith("local-")) return "local-*";
	return stem.endsWith("-local") ? "*-local" : void 0;
}
/** Globs for the settings of one machine. */
function localFiles(folders, repository) {
	const globs = /* @__PURE__ */ new Set();
	for (const folder of folders.filter((one) => isNodeConfig(one, repository))) for (const { stem, extension } of repository.byFolder.get(folder) ?? []) {
		const pattern = localPattern(stem);
		if (pattern !== void 0) globs.add(join$1(folder, `${pattern}${extension}`));
	}
	return [...globs].sort().map((glob) => ({
		glob,
		why: MACHINE
	}));
}
/** Whether a stem is a variant of another file's: `db-prod` beside `db`. Of an environment there are instances. */
function hasPlain(stem, stems) {
	const isDocument = (name) => !looksLikeEnvironment(name) && !COMMON_NAMES.has(name);
	return splitsOf(stem).some(({ name }) => stems.has(name) && isDocument(name));
}
/** A default file beside the folder of environments: `config/default.yaml` for `config/environments/`. */
function commonAbove(folder, repository) {
	const beside = repository.byFolder.get(folderOf(folder)) ?? [];
	for (const name of COMMON_NAMES) {
		const found = beside.find(({ stem }) => stem === name);
		if (found !== void 0) return found;
	}
}
/** Whether a file sets mostly what the common file sets too: an environment with an unusual name. */
function isLike({ path }, common, repository) {
	if (common === void 0) return false;
	const known = new Set(keysOf(repository.read(common.path)?.[0]));
	return shareIn(keysOf(repository.read(path)?.[0]), known) >= ENOUGH$1;
}
// src/stages/discover/propose/variants.ts
/** Files that have a shape of their own. */
const OTHER_SHAPES = /^(?:values|application|bootstrap)(?:[-._]|$)/;
/** `db.yaml` with `db-prod.yaml`, `db.prod.yaml` or `db_prod.yaml`: one document for each plain file. */
function variantsIn(folder, repository) {
	const files = (repository.byFolder.get(folder) ?? []).filter(({ stem }) => !OTHER_SHAPES.test(stem));
	const plains = new Map(files.map((file) => [file.stem, file]));
	const variants = /* @__PURE__ */ new Map();
	for (const { stem, extension } of files) for (const { name, separator, environment } of splitsOf(stem)) {
		const plain = plains.get(name);
		if (plain === void 0 || isNoEnvironment(environment) || environment.split(".").includes("local")) continue;
		const variant = {
			file: `${name}${separator}{environment}${extension}`,
			environment
		};
		const known = variants.get(plain);
		if (known === void 0) variants.set(plain, [variant]);
		else known.push(variant);
	}
	return [...variants].flatMap(([plain, own]) => {
		if (!own.some(({ environment }) => looksLikeEnvironment(environment))) return [];
		const files = [{
			file: `${plain.stem}${plain.extension}`,
			environment: null
		}, ...own];
		return {
			folder,
			name: plain.stem.replace(/^\.+/, ""),
			files
		};
	});
}
// src/stages/discover/propose/node-config.ts
/** Documents of one folder that are written out; more of them share a pattern. */
const MOST_NAMED = 3;
const NOTES$3 = {
	plain: "below every environment",
	environment: "over it, one file an environment"
};
/**
* node-config's way (`config/default.json`, `config/production.json`), and what is like it: `environments/prod.yaml`
* with a common file beside or above, `appsettings.json` with `appsettings.Production.json`, `.env.production`.
*/
function sketchNodeConfig(repository) {
	const folders = [...repository.byFolder.keys()];
	const known = environmentFolders(repository);
	const byFolder = folders.filter((folder) => placeFolder(folder, known).environment === void 0).flatMap((folder) => environmentFiles(folder, repository) ?? []);
	const taken = new Set(byFolder.flatMap(({ folder, above }) => [folder, above?.folder ?? folder]));
	const byStem = folders.filter((folder) => !taken.has(folder)).map((folder) => variantsIn(folder, repository));
	const names = new Set([...byFolder, ...byStem.flat()].flatMap(environmentsIn));
	if (names.size === 0) return void 0;
	return {
		shape: "node-config",
		confidence: .9,
		seen: "one file with the settings of all, and one for each environment",
		layout: [...entriesOf$1(byFolder), ...variantEntries(byStem, repository)],
		environments: withInstances(names),
		learned: true,
		presence: "inherited",
		ignore: localFiles(byFolder.map(({ folder }) => folder), repository),
		misfits: [],
		alternatives: []
	};
}
function environmentsIn({ files }) {
	return files.flatMap(({ environment }) => environment ?? []);
}
/** `production-2` is an instance of `production` where both have a file. */
function withInstances(names) {
	const environments = /* @__PURE__ */ new Map();
	for (const name of [...names].sort()) {
		const deployment = /^(.+)-[0-9]+$/s.exec(name)?.[1];
		environments.set(name, deployment !== void 0 && names.has(deployment) ? { inherits: [deployment] } : {});
	}
	return environments;
}
/** Folders with variants of one file each, called alike, share entries; others have their own. */
function variantEntries(folders, repository) {
	const single = folders.filter((settings) => settings.length === 1).flat();
	const several = folders.filter((settings) => settings.length > 1);
	return [...[...groupBy(single, ({ name }) => name ?? "").values()].flatMap(entriesOf$1), ...several.flatMap((settings) => folderEntries(settings, repository))];
}
/** Entries for the variants of one folder: of a few documents one by one, of many by a pattern for their names. */
function folderEntries(settings, repository) {
	const folder = settings[0]?.folder ?? "";
	if (settings.length <= MOST_NAMED) return settings.flatMap((one) => entriesOf$1([one]));
	const files = repository.byFolder.get(folder) ?? [];
	const environments = new Set(settings.flatMap(environmentsIn));
	const stems = new Set(files.map(({ stem }) => stem));
	const named = files.map(({ stem, extension }) => ({
		...splitStem(stem, stems, environments),
		extension
	}));
	return namedEntries({
		folder,
		kind: lastOf(folder) || "settings",
		files: named,
		notes: NOTES$3
	});
}
/** Entries for settings of one form. */
function entriesOf$1(settings) {
	const byFolder = new Map(settings.map((one) => [one.folder, one]));
	return patternsOf(byFolder.keys()).flatMap((pattern) => {
		const ours = pattern.folders.flatMap((folder) => byFolder.get(folder) ?? []);
		const naming = namingOf$1(pattern, ours[0]?.name);
		const plain = /* @__PURE__ */ new Set();
		const variants = /* @__PURE__ */ new Set();
		for (const { files, above } of ours) {
			if (above !== void 0 && !pattern.pattern.includes("{name")) plain.add(above.path);
			for (const { file, environment } of files) (environment === null ? plain : variants).add(join$1(pattern.pattern, file));
		}
		return [...[...plain].map((path) => ({
			path,
			...naming,
			note: NOTES$3.plain
		})), ...[...variants].map((path) => ({
			path,
			...naming,
			note: NOTES$3.environment
		}))];
	});
}
/** The name that a pattern captures, the document's, or that of the folder in which the settings are. */
function namingOf$1(pattern, document) {
	if (pattern.pattern.includes("{name")) return { kind: pattern.kind ?? "settings" };
	if (document !== void 0) return {
		kind: pattern.name ?? "settings",
		name: document
	};
	return {
		kind: "settings",
		name: pattern.pattern.split("/").filter((word) => word !== "config" && !ENVIRONMENT_PARENTS.has(word)).at(-1) || "app"
	};
}
// src/stages/discover/propose/inheritance.ts
/**
* What environments inherit from: the common layer of their stacks, or another environment where their
* `kustomization.yaml` builds on that one's folder.
*/
function inheritanceOf(stacks, repository) {
	const commons = new Set(stacks.flatMap(({ common }) => common?.name ?? []));
	const names = new Set(stacks.flatMap(({ environments }) => environments).filter((name) => !commons.has(name)));
	const parents = new Map([...names].map((name) => [name, parentsOf(name, stacks, repository)]));
	const environments = /* @__PURE__ */ new Map();
	for (const common of [...commons].sort()) environments.set(common, { abstract: true });
	for (const name of [...names].sort()) {
		const inherits = directParents(name, parents);
		environments.set(name, inherits.length === 0 ? {} : { inherits });
	}
	return environments;
}
/** Asks one stack what an environment builds on: the others hardly differ, and files are read sparingly. */
function parentsOf(environment, stacks, repository) {
	const ours = stacks.filter(({ environments }) => environments.includes(environment));
	for (const stack of ours) {
		const folder = join$1(stack.parent, environment);
		const file = [`${folder}/kustomization.yaml`, `${folder}/kustomization.yml`].find((at) => repository.asides.has(at));
		if (file === void 0) continue;
		const built = foldersIn(repository.read(file)?.[0], folder);
		const found = stack.environments.filter((other) => other !== environment).filter((other) => built.some((at) => isWithin(at, join$1(stack.parent, other))));
		if (found.length > 0) return found;
		break;
	}
	return [...new Set(ours.flatMap(({ common }) => common?.name ?? []))];
}
/** The folders and files that a `kustomization.yaml` lists, as paths in the repository. */
function foldersIn(kustomization, folder) {
	return [
		"resources",
		"bases",
		"components"
	].flatMap((key) => ownValue(kustomization, key) ?? []).flatMap((item) => typeof item === "string" ? resolve$1(folder, item) : []);
}
function resolve$1(folder, relative) {
	let at = folder;
	for (const segment of relative.split("/")) if (segment === "..") at = folderOf(at);
	else if (segment !== "." && segment !== "") at = join$1(at, segment);
	return at;
}
function isWithin(folder, parent) {
	return folder === parent || folder.startsWith(`${parent}/`);
}
/** Parents without those that come with another parent, and without any that would close a circle. */
function directParents(name, all) {
	const parents = (all.get(name) ?? []).filter((parent) => !ancestorsOf(parent, all).has(name));
	const comesWith = (parent, other) => other !== parent && ancestorsOf(other, all).has(parent);
	return parents.filter((parent) => !parents.some((other) => comesWith(parent, other))).sort();
}
/** An environment and all that it inherits from. */
function ancestorsOf(name, all) {
	const found = /* @__PURE__ */ new Set([name]);
	for (const at of found) for (const parent of all.get(at) ?? []) found.add(parent);
	return found;
}
// src/stages/discover/propose/manifests.ts
/** Whether most files of environments are called like those that they change. */
function namesMeet(files) {
	const common = new Set(files.filter(({ isCommon }) => isCommon).map(({ relative }) => relative));
	const own = files.filter(({ isCommon }) => !isCommon);
	return own.filter(({ relative }) => common.has(relative)).length * 2 >= own.length;
}
/** More files than these are better read by their names than one by one. */
const MOST_GROUPS = 24;
/**
* Entries that take a document's kind from what its files hold and its name from `/metadata/name`, for manifests whose
* overlays are called otherwise than their bases. Files that mix kinds are left out. `undefined` where the manifests do
* not say what overlays what either.
*/
function identityEntries(stack, files, repository) {
	const groups = [];
	for (const [path, alike] of groupBy(files, (file) => patternOf(stack, file))) {
		const group = groupOf(path, alike, repository);
		if (group !== void 0) groups.push(group);
	}
	if (groups.length === 0 || groups.length > MOST_GROUPS) return void 0;
	const common = identitiesOf(groups, true, repository);
	const own = identitiesOf(groups, false, repository);
	const met = [...own].filter((identity) => common.has(identity)).length;
	if (stack.common !== void 0 && met * 2 < own.size) return void 0;
	return [...groupBy(groups, mergeKey).values()].flatMap(mergedEntries);
}
/** Equal for files that one entry can read, if their folders fit. */
function mergeKey({ kind, path, stream, files }) {
	return JSON.stringify([
		kind,
		lastOf(path),
		stream,
		files[0]?.isCommon
	]);
}
function patternOf(stack, { relative, path, isCommon }) {
	return isCommon ? path : join$1(stack.template, relative);
}
function groupOf(path, files, repository) {
	const manifests = files.map((file) => repository.read(file.path) ?? []);
	const kinds = new Set(manifests.flat().map((manifest) => ownValue(manifest, "kind")));
	const [kind] = kinds;
	const named = manifests.flat().every((manifest) => typeof nameIn(manifest) === "string");
	if (kinds.size !== 1 || typeof kind !== "string" || !named) return void 0;
	return {
		path,
		files,
		kind,
		stream: manifests.some((documents) => documents.length > 1)
	};
}
function nameIn(manifest) {
	return valueUnder(manifest, "metadata", "name");
}
function identitiesOf(groups, isCommon, repository) {
	const identities = /* @__PURE__ */ new Set();
	for (const { files, kind } of groups) for (const file of files) {
		if (file.isCommon !== isCommon) continue;
		for (const manifest of repository.read(file.path) ?? []) identities.add(JSON.stringify([kind, nameIn(manifest)]));
	}
	return identities;
}
/** Files of one kind that are called alike in several folders: one entry. */
function mergedEntries(groups) {
	const first = groups[0];
	if (first === void 0) return [];
	return patternsOf(groups.map(({ path }) => folderOf(path))).map(({ pattern, folders }) => {
		const common = groups.filter(({ path }) => folders.includes(folderOf(path))).flatMap((group) => group.files).find(({ isCommon }) => isCommon);
		return {
			path: join$1(pattern.replace("{name**}", "**").replace("{name}", "*"), lastOf(first.path)),
			kind: first.kind,
			name: { at: "/metadata/name" },
			...common === void 0 ? {} : { environment: common.of },
			...first.stream ? { stream: true } : {},
			note: common === void 0 ? "over them, by what the manifests are called" : "below every environment"
		};
	});
}
// src/stages/discover/propose/stack.ts
/** The stacks of a repository: those with a common layer, and others that are about the same environments. */
function stacksOf(repository) {
	const known = environmentFolders(repository);
	const stacks = [];
	for (const found of known.values()) if (placeFolder(found.parent, known).environment === void 0) stacks.push(stackOf(found, repository));
	const based = stacks.filter(({ common }) => common !== void 0);
	if (based.length === 0) return stacks;
	const environments = new Set(based.flatMap((stack) => stack.environments));
	return stacks.filter((stack) => stack.common !== void 0 || stack.environments.every((n) => environments.has(n)));
}
function stackOf({ parent, environments, common }, repository) {
	const stack = {
		template: join$1(parent, "{environment}"),
		parent,
		environments
	};
	if (common !== void 0) return {
		...stack,
		common: {
			folder: join$1(parent, common),
			name: common
		}
	};
	if (!ENVIRONMENT_PARENTS.has(lastOf(parent).toLowerCase())) return stack;
	const beside = repository.subfolders.get(folderOf(parent));
	const name = [...COMMON_NAMES].find((candidate) => beside?.has(candidate) === true);
	return name === void 0 ? stack : {
		...stack,
		common: {
			folder: join$1(folderOf(parent), name),
			name
		}
	};
}
/** The candidates of a stack, those of the common layer first. */
function filesOf(stack, repository) {
	const common = stack.common && {
		folder: stack.common.folder,
		of: stack.common.name,
		isCommon: true
	};
	const own = stack.environments.map((name) => ({
		folder: join$1(stack.parent, name),
		of: name,
		isCommon: false
	}));
	return [...common === void 0 ? [] : [common], ...own].flatMap(({ folder, of, isCommon }) => candidatesBelow(repository, folder).map((candidate) => {
		return {
			...candidate,
			relative: candidate.path.slice(folder.length + 1),
			of,
			isCommon
		};
	}));
}
// src/stages/discover/propose/overlays.ts
/** Folders an environment over a common one: `base` and `overlays/<environment>`, or `base` and `<environment>`. */
function sketchOverlays(repository) {
	const stacks = stacksOf(repository);
	if (stacks.length === 0) return void 0;
	const based = stacks.some(({ common }) => common !== void 0);
	const layout = [...groupBy(stacks, formOf$1).values()].flatMap((alike) => layoutOf(alike, repository));
	return {
		shape: "base-overlays",
		confidence: based ? .9 : .7,
		seen: based ? "a folder for each environment over one that they have in common" : "a folder for each environment",
		layout,
		environments: inheritanceOf(stacks, repository),
		learned: true,
		presence: "inherited",
		ignore: [],
		misfits: [],
		alternatives: based ? ["`presence: declared`, if what is in the common folder exists only where an environment has a file of it"] : []
	};
}
/** Equal for stacks that one pattern may stand for: their common folders are called alike and lie in the same place. */
function formOf$1({ parent, common }) {
	const beside = common !== void 0 && folderOf(common.folder) !== parent;
	return JSON.stringify([
		common?.name ?? null,
		beside,
		ENVIRONMENT_PARENTS.has(lastOf(parent)) ? lastOf(parent) : null
	]);
}
function layoutOf(stacks, repository) {
	return patternsOf(stacks.map(({ template }) => template)).flatMap((pattern) => {
		const ours = stacks.filter(({ template }) => pattern.folders.includes(template));
		if (pattern.pattern.includes("{name")) return perApplication(pattern, ours, repository);
		return ours.flatMap((stack) => entriesOf(stack, repository));
	});
}
const NOTES$2 = {
	common: "below every environment",
	environment: "over it, one folder an environment"
};
/** Several stacks of one form: the application is the name, and what its file is called the kind. */
function perApplication({ pattern }, stacks, repository) {
	const entries = /* @__PURE__ */ new Map();
	for (const stack of stacks) {
		const commonFolder = commonPattern(pattern, stack);
		for (const { relative, extension, isCommon, of } of filesOf(stack, repository)) {
			if (relative.includes("/")) continue;
			const path = join$1(isCommon ? commonFolder : pattern, `{kind}${extension}`);
			entries.set(path, isCommon ? {
				path,
				environment: of,
				note: NOTES$2.common
			} : {
				path,
				note: NOTES$2.environment
			});
		}
	}
	return commonFirst([...entries.values()]);
}
/** The pattern of the common folder: `apps/{name}/base` for `apps/{name}/overlays/{environment}`. */
function commonPattern(pattern, { common, parent }) {
	const above = folderOf(pattern);
	return join$1(common !== void 0 && folderOf(common.folder) !== parent ? folderOf(above) : above, common?.name ?? "");
}
function entriesOf(stack, repository) {
	const files = filesOf(stack, repository);
	const manifests = areManifests(files, repository);
	if (manifests && (stack.common === void 0 || !namesMeet(files))) {
		const entries = identityEntries(stack, files, repository);
		if (entries !== void 0) return commonFirst(entries);
	}
	const twoLevels = !manifests && files.every(({ relative }) => relative.split("/").length === 2);
	const nested = files.some(({ relative }) => relative.includes("/"));
	const name = twoLevels ? "{kind}/{name}" : nested ? "{name**}" : "{name}";
	const kind = twoLevels ? {} : { kind: kindOf(stack) };
	const entries = /* @__PURE__ */ new Map();
	for (const { extension, isCommon, of } of files) {
		const path = join$1(isCommon ? stack.common?.folder ?? "" : stack.template, `${name}${extension}`);
		const own = isCommon ? {
			environment: of,
			note: NOTES$2.common
		} : { note: NOTES$2.environment };
		entries.set(path, {
			path,
			...kind,
			...own
		});
	}
	return commonFirst([...entries.values()]);
}
/** Whether the files are Kubernetes objects, as far as the first tells. */
function areManifests([first], repository) {
	return first !== void 0 && ownValue(repository.read(first.path)?.[0], "apiVersion") !== void 0;
}
function kindOf({ parent }) {
	return parent.split("/").filter((folder) => !ENVIRONMENT_PARENTS.has(folder.toLowerCase())).at(-1) || "settings";
}
function commonFirst(entries) {
	const isCommon = ({ environment }) => typeof environment === "string";
	return [...entries.filter(isCommon), ...entries.filter((entry) => !isCommon(entry))];
}
// src/stages/discover/propose/own.ts
/** Cairn's own layout, which needs no `cairn.yaml`: `environments/<environment>/<kind>/<name>`. */
function sketchOwn(repository) {
	const files = repository.candidates.map(({ path }) => path.split("/")).filter(([root]) => root === "environments");
	const defined = files.filter((segments) => segments.length === 3 && segments[2] === "environment.yaml");
	const layers = files.filter((segments) => segments.length === 4);
	const names = new Set(layers.map((segments) => segments[3]?.replace(/\..*$/s, "")));
	const alike = [...new Set(layers.map((segments) => segments[1]))].some((name) => looksLikeEnvironment(name) || COMMON_NAMES.has(name));
	const named = names.size > 1 || ![
		"values",
		"config",
		"settings"
	].includes([...names][0] ?? "");
	if (layers.length === 0 || defined.length === 0 && !(alike && named)) return void 0;
	return {
		shape: "cairn",
		confidence: defined.length > 0 ? 1 : .8,
		seen: "configuration in Cairn's own layout",
		layout: [],
		environments: /* @__PURE__ */ new Map(),
		learned: true,
		presence: "inherited",
		ignore: [],
		misfits: [],
		alternatives: []
	};
}
// src/stages/discover/propose/repair.ts
/** A sketch is changed at most so often: each change answers one thing that the trial showed. */
const MOST_REPAIRS = 6;
/** Changes a sketch until the trial finds in it what was meant, or there is nothing left to change. */
function repaired(first, repository) {
	let trial = tryOut(first, repository);
	for (let i = 0; i < MOST_REPAIRS; i++) {
		const better = repair(trial, repository);
		if (better === void 0) break;
		trial = tryOut(better, repository);
	}
	return trial;
}
function repair(trial, repository) {
	const { sketch, findings } = trial;
	if (sketch.layout.length === 0) return void 0;
	const defined = definedIn(trial);
	if (defined.length > 0) return {
		...sketch,
		environments: new Map([...sketch.environments, ...defined])
	};
	const strangers = strangersIn(trial);
	const own = new Map([...strangers].filter(([path]) => repository.asides.get(path)?.glob === void 0));
	if (own.size > 0) return withoutStrangers(trial, own);
	const layout = sketch.layout.filter((entry) => takesFiles(entry, trial));
	if (layout.length > 0 && layout.length < sketch.layout.length) return {
		...sketch,
		layout
	};
	const ignore = newIgnores(trial, repository);
	if (ignore.length > 0) return {
		...sketch,
		ignore: [...sketch.ignore, ...ignore]
	};
	if (strangers.size > 0) return withoutStrangers(trial, strangers);
	return findings.some(({ rule }) => rule === "discover/similar-environment") && sketch.learned ? {
		...sketch,
		learned: false
	} : void 0;
}
/** Environments that have a file of Cairn's own, which is read in every layout, and that the sketch does not know. */
function definedIn({ sketch, uses }) {
	const names = /* @__PURE__ */ new Set();
	for (const use of uses.values()) if (use.is === "environment" && !sketch.environments.has(use.environment)) names.add(use.environment);
	return [...names].map((name) => [name, {}]);
}
/** Globs for what is certainly no layer and would be taken for one, or reported as unused. */
function newIgnores({ sketch, uses }, repository) {
	const asides = [];
	for (const [path, aside] of repository.asides) {
		const use = uses.get(path);
		if (use?.is === "layer" || use?.is === "unused") asides.push(aside);
	}
	const known = new Set(sketch.ignore.map(({ glob }) => glob));
	return ignoresOf(asides).filter(({ glob }) => !known.has(glob) && isHarmless(glob, repository));
}
/** A glob that would also hide what may be configuration is none to propose. */
function isHarmless(glob, repository) {
	const shapes = compileGlob(glob, () => {});
	return shapes.length > 0 && !repository.candidates.some(({ path }) => isIgnored(shapes, path));
}
/** Files that the layout takes for an environment which is none, each with what it takes for one. */
function strangersIn({ sketch, uses }) {
	const strangers = /* @__PURE__ */ new Map();
	for (const [path, use] of uses) {
		const environment = use.is === "layer" ? use.captures.environment : void 0;
		if (environment !== void 0 && !sketch.environments.has(environment)) strangers.set(path, environment);
	}
	return strangers;
}
/** Ignores a few files that are examples or the like; otherwise writes each environment's paths out. */
function withoutStrangers(trial, strangers) {
	const { sketch, uses } = trial;
	const kept = /* @__PURE__ */ new Set();
	for (const [path, use] of uses) if (isUsed(use) && !strangers.has(path)) kept.add(lastOf(path));
	const files = /* @__PURE__ */ new Set();
	for (const [path, environment] of strangers) {
		const file = lastOf(path);
		if (!isNoEnvironment(environment) || !file.includes(environment) || kept.has(file)) {
			const layout = sketch.layout.flatMap((entry) => writtenOut(entry, trial, strangers));
			return {
				...sketch,
				learned: false,
				layout
			};
		}
		files.add(file);
	}
	const ignore = [...files].sort().map((file) => ({
		glob: `**/${file}`,
		why: NO_ENVIRONMENT
	}));
	return {
		...sketch,
		ignore: [...sketch.ignore, ...ignore]
	};
}
const NO_ENVIRONMENT = "no environment: an example, an override or the like";
/** One entry for each environment that an entry's files are for. */
function writtenOut(entry, { sketch, uses }, strangers) {
	if (!CAPTURE.test(entry.path)) return [entry];
	const used = /* @__PURE__ */ new Set();
	for (const [path, use] of uses) {
		if (use.is !== "layer" || use.group.pattern.text !== entry.path || strangers.has(path)) continue;
		if (use.captures.environment !== void 0) used.add(use.captures.environment);
	}
	return [...sketch.environments.keys()].filter((environment) => used.has(environment)).map((environment) => {
		return {
			...entry,
			path: entry.path.replace(CAPTURE, () => environment),
			environment
		};
	});
}
const CAPTURE = /\{environment(?:\*\*)?\}/;
function takesFiles({ path }, { uses }) {
	for (const use of uses.values()) if (use.is === "layer" && use.group.pattern.text === path) return true;
	return false;
}
// src/stages/discover/propose/scenarios.ts
/** A defaults file with fewer keys says too little about what else belongs to it. */
const FEWEST_KEYS = 5;
const FEWEST_FILES = 3;
/** Files that are looked at to find out how a folder is made. */
const SAMPLE = 4;
const MOST_DEFAULTS = 3;
/** The share of a scenario's keys that the defaults have too. */
const ENOUGH = .7;
const KIND$1 = "stacks";
const NOTES$1 = {
	defaults: "the defaults, below every environment",
	whole: "what a scenario sets over them",
	shared: "for all of a scenario",
	entry: "one document an entry"
};
/** One big file of defaults, and a folder of scenarios of which each sets some of its keys: one environment each. */
function sketchScenarios(repository) {
	const found = scenariosIn(repository);
	if (found === void 0) return void 0;
	const { defaults, folder, files, form } = found;
	const environment = files.some((file) => file.folder !== folder) ? "{environment**}" : "{environment}";
	const paths = [...new Set(files.map(({ extension }) => extension))].map((extension) => join$1(folder, `${environment}${extension}`));
	const name = form.is === "whole" ? lastOf(folder) : "*";
	return {
		shape: "base-overlays",
		confidence: .8,
		seen: "one file of defaults, and scenarios over it that are one environment each",
		layout: [{
			path: defaults.path,
			kind: KIND$1,
			name,
			note: NOTES$1.defaults
		}, ...paths.flatMap((path) => scenarioEntries(found, path, repository))],
		environments: plainEnvironments(files.map((file) => file.path.slice(folder.length + 1, -file.extension.length))),
		learned: true,
		presence: form.is === "whole" ? "inherited" : "declared",
		ignore: [],
		misfits: [],
		alternatives: ["each scenario as a document in one environment, if nothing is deployed for each of them"]
	};
}
function scenarioEntries(scenarios, path, repository) {
	const { folder, form, files, keys } = scenarios;
	if (form.is === "whole") return [{
		path,
		kind: KIND$1,
		name: lastOf(folder),
		note: NOTES$1.whole
	}];
	const entries = [...new Set(files.flatMap((file) => sharedKeys(repository.read(file.path)?.[0], form.key, keys)))].sort().map((key) => {
		return {
			path,
			at: pointer([key]),
			kind: KIND$1,
			name: "*",
			note: NOTES$1.shared
		};
	});
	const at = pointer([form.key]);
	if (form.is === "mapping") return [...entries, {
		path,
		at: `${at}/{name}`,
		kind: KIND$1,
		note: NOTES$1.entry
	}];
	return [...entries, {
		path,
		at: `${at}/*`,
		kind: KIND$1,
		name: { at: "/name" },
		note: NOTES$1.entry
	}];
}
/** Keys beside the entries whose mappings set what the defaults set: they are about all entries. */
function sharedKeys(document, entries, known) {
	return keysOf(document).filter((key) => {
		return key !== entries && isWritable(key) && shareIn(keysOf(ownValue(document, key)), known) >= ENOUGH;
	});
}
/** The defaults with the largest folder of files that are made for them. */
function scenariosIn(repository) {
	let best;
	const named = repository.candidates.filter(({ stem }) => COMMON_NAMES.has(stem) || stem === "values");
	for (const defaults of named.slice(0, MOST_DEFAULTS)) {
		const keys = new Set(keysOf(repository.read(defaults.path)?.[0]));
		if (keys.size < FEWEST_KEYS) continue;
		for (const folder of foldersBeside(defaults.folder, repository)) {
			const files = candidatesBelow(repository, folder);
			if (files.length < FEWEST_FILES || files.length <= (best?.files.length ?? 0)) continue;
			const form = formOf(files, keys, repository);
			if (form !== void 0) best = {
				defaults,
				folder,
				files,
				form,
				keys
			};
		}
	}
	return best;
}
/** The largest folders that do not hold a given one: those beside it and beside its ancestors, and those in it. */
function foldersBeside(folder, repository) {
	const found = [...repository.subfolders.get(folder) ?? []].map((name) => join$1(folder, name));
	for (let at = folder; at !== ""; at = folderOf(at)) {
		const parent = folderOf(at);
		for (const name of repository.subfolders.get(parent) ?? []) if (name !== lastOf(at)) found.push(join$1(parent, name));
	}
	return found;
}
/** How the files of a folder set what the defaults set, if most of some examples do it alike. */
function formOf(files, known, repository) {
	const counts = /* @__PURE__ */ new Map();
	const examples = spread(files, SAMPLE);
	for (const { path } of examples) {
		const form = formIn(repository.read(path)?.[0], known);
		if (form === void 0) continue;
		const key = JSON.stringify(form);
		const count = (counts.get(key) ?? 0) + 1;
		if (count * 2 > examples.length) return form;
		counts.set(key, count);
	}
}
function formIn(document, known) {
	if (shareIn(keysOf(document), known) >= ENOUGH) return { is: "whole" };
	for (const key of keysOf(document).filter(isWritable)) {
		const value = ownValue(document, key);
		if (Array.isArray(value)) {
			if (value.length > 0 && value.every((item) => isNamedEntry(item, known))) return {
				is: "list",
				key
			};
		} else if (isPlainMapping(value)) {
			const shares = Object.values(value).map((entry) => shareIn(keysOf(entry), known));
			if (shares.length > 0 && shares.every((share) => share >= ENOUGH)) return {
				is: "mapping",
				key
			};
		}
	}
}
function isNamedEntry(item, known) {
	if (typeof ownValue(item, "name") !== "string") return false;
	return shareIn(keysOf(item).filter((key) => key !== "name"), known) >= ENOUGH;
}
// src/stages/discover/propose/profiles.ts
/** Where a document names its profile: Spring Boot 2.4 and later, and before. */
const PLACES = [[
	"spring",
	"config",
	"activate",
	"on-profile"
], ["spring", "profiles"]];
/** Reads what documents say of their profile. Files that cannot be read count as plain ones. */
function profilesIn(files, repository) {
	const found = [];
	let streams = false;
	for (const { path } of files) {
		const documents = repository.read(path) ?? [];
		if (documents.length > 1) streams = true;
		for (const document of documents) {
			const named = profileOf(path, document);
			if (named !== void 0) found.push(named);
		}
	}
	const place = found.filter((named) => named.place === 0).length * 2 >= found.length ? 0 : 1;
	const names = found.flatMap((named) => named.place === place ? namesIn(named.value) ?? [] : []);
	const misfits = found.filter((named) => named.place !== place || namesIn(named.value) === void 0).map(misfitOf);
	const at = names.length > 0 ? { at: `/${PLACES[place].join("/")}` } : {};
	return {
		names: [...new Set(names)].sort(),
		...at,
		streams,
		flat: found.some(({ flat }) => flat),
		misfits
	};
}
function profileOf(path, document) {
	for (const [place, keys] of PLACES.entries()) {
		const found = underDotted(document, keys);
		if (found !== void 0 && !isPlainMapping(found.value)) return {
			path,
			place,
			...found
		};
	}
}
/** A value by its keys, some of which may be written together with dots. */
function underDotted(value, keys) {
	if (keys.length === 0) return {
		value,
		flat: false
	};
	if (!isPlainMapping(value)) return void 0;
	for (let length = 1; length <= keys.length; length++) {
		const key = keys.slice(0, length).join(".");
		if (!Object.hasOwn(value, key)) continue;
		const found = underDotted(value[key], keys.slice(length));
		if (found !== void 0) return {
			value: found.value,
			flat: found.flat || length > 1
		};
	}
}
/** A profile or a list of some; `undefined` for what else may stand there: `dev & !cloud` is a condition. */
function namesIn(value) {
	const items = Array.isArray(value) ? value : [value];
	const names = items.filter((item) => typeof item === "string" && /^[\p{L}\p{N}._-]+$/u.test(item));
	return names.length === items.length ? names : void 0;
}
function misfitOf({ path }) {
	return {
		path,
		why: "a document of it is for a condition on profiles, or names its profile otherwise than most do"
	};
}
// src/stages/discover/propose/spring.ts
const KIND = "services";
const RESOURCES = /(?:^|\/)src\/main\/resources(?:\/config)?$/;
const NOTES = {
	shared: "settings of all services",
	plain: "one service each",
	environment: "of one profile"
};
/**
* Spring-style profiles: `application.yml` with the settings of all, `{name}.yml` beside it or `application.yml` in a
* module, and profiles as documents of a stream, as `application-{environment}.yml` or as `{name}-{environment}.yml`.
*/
function sketchSpring(repository) {
	const application = repository.candidates.filter((file) => isApplication(file) && !isManifest(file, repository));
	if (application.length === 0) return void 0;
	const folders = [...new Set(application.map(({ folder }) => folder))];
	const root = folders.find((folder) => isShared(folder, folders, repository));
	const beside = root === void 0 ? [] : filesBeside(root, repository);
	const profiles = profilesIn([...application, ...beside], repository);
	const variants = variantsOf(application, beside, profiles);
	return {
		shape: "spring-profiles",
		confidence: .9,
		seen: "Spring-style settings with profiles",
		layout: inOrder([...root === void 0 ? [] : rootEntries(root, application, variants), ...moduleEntries(application.filter(({ folder }) => folder !== root), variants)]).map((entry) => withProfiles(entry, profiles)),
		environments: plainEnvironments([...profiles.names, ...variants.environments]),
		learned: true,
		presence: "inherited",
		ignore: [],
		misfits: profiles.misfits,
		alternatives: ["environments that inherit from several profiles, such as `production: {inherits: [mysql, docker]}`", ...profiles.flat ? [] : ["`keys: dotted` in the entries, where keys are written with dots (`server.port: 80`)"]]
	};
}
function isApplication({ stem }) {
	return /^(?:application|bootstrap)(?:-.+)?$/s.test(stem);
}
/** Argo CD's and other manifests are called `application.yaml` too. */
function isManifest({ path }, repository) {
	return ownValue(repository.read(path)?.[0], "apiVersion") !== void 0;
}
/** A folder whose `application.yml` is about several services: in files beside it, or in folders below. */
function isShared(folder, folders, repository) {
	if (RESOURCES.test(folder)) return false;
	return folders.some((other) => other !== folder && folderOf(other) === folder) || (repository.byFolder.get(folder) ?? []).some((file) => !isApplication(file));
}
function filesBeside(root, repository) {
	return (repository.byFolder.get(root) ?? []).filter((file) => !isApplication(file) && !isManifest(file, repository));
}
/** Which profiles have files, and what the files beside `application.yml` are called by. */
function variantsOf(application, beside, profiles) {
	const suffixes = application.flatMap(({ stem }) => suffixOf(stem) ?? []).filter((suffix) => !isCommon(suffix));
	const stems = new Set(beside.map(({ stem }) => stem));
	const sure = /* @__PURE__ */ new Set([...profiles.names, ...suffixes]);
	const plain = new Set([...stems].filter((stem) => splitStem(stem, stems, sure).environment === null));
	const known = /* @__PURE__ */ new Set([...sure, ...[...plain].flatMap((stem) => likelySuffixes(stem, plain))]);
	const named = beside.map(({ stem, extension }) => ({
		...splitStem(stem, stems, known),
		extension
	}));
	const used = named.flatMap(({ environment }) => environment ?? []);
	return {
		environments: /* @__PURE__ */ new Set([...used, ...suffixes]),
		named
	};
}
function suffixOf(stem) {
	const dash = stem.indexOf("-");
	return dash < 0 ? void 0 : stem.slice(dash + 1);
}
/** `default` is a profile of Spring's own; the other common names are layers below all profiles. */
function isCommon(suffix) {
	return suffix !== "default" && COMMON_NAMES.has(suffix) || isNoEnvironment(suffix);
}
/** What follows the name of a plain file and reads like an environment. */
function likelySuffixes(stem, stems) {
	const found = [];
	for (let dash = stem.indexOf("-"); dash > 0; dash = stem.indexOf("-", dash + 1)) {
		const suffix = stem.slice(dash + 1);
		if (stems.has(stem.slice(0, dash)) && looksLikeEnvironment(suffix)) found.push(suffix);
	}
	return found;
}
function rootEntries(root, application, variants) {
	const files = application.filter(({ folder }) => folder === root);
	const named = namedEntries({
		folder: root,
		kind: KIND,
		files: variants.named,
		notes: NOTES
	});
	const writtenOut = named.some(({ environment }) => environment !== void 0);
	return [...applicationEntries({
		pattern: root,
		kind: KIND,
		name: "*",
		writtenOut
	}, files, variants), ...named];
}
/** Entries for modules: for each place in which they keep their resources, by what lies around it. */
function moduleEntries(application, variants) {
	return [...groupBy(application, ({ folder }) => RESOURCES.exec(folder)?.[0].replace(/^\//, "") ?? "")].flatMap(([tail, files]) => {
		const byModule = groupBy(files, ({ folder }) => folder.replace(RESOURCES, ""));
		return patternsOf(byModule.keys()).flatMap((pattern) => {
			const ours = pattern.folders.flatMap((folder) => byModule.get(folder) ?? []);
			return applicationEntries({
				...namingOf(pattern),
				pattern: join$1(pattern.pattern, tail)
			}, ours, variants);
		});
	});
}
function namingOf({ pattern, kind, name }) {
	return {
		kind: kind ?? KIND,
		...pattern.includes("{name") ? {} : { name: name ?? "application" }
	};
}
/** An entry for each way in which `application` files, or `bootstrap` ones, are called. */
function applicationEntries(naming, files, { environments }) {
	const entries = /* @__PURE__ */ new Map();
	const { pattern, writtenOut = false, ...named } = naming;
	for (const { stem, extension } of files) {
		const suffix = suffixOf(stem);
		const isProfile = suffix !== void 0 && environments.has(suffix);
		const file = isProfile && !writtenOut ? `${stem.slice(0, stem.indexOf("-"))}-{environment}` : stem;
		const environment = isProfile && writtenOut ? { environment: suffix } : {};
		const kind = stem.startsWith("bootstrap") && named.name !== "*" ? "bootstrap" : named.kind;
		const note = isProfile ? NOTES.environment : named.name === "*" ? NOTES.shared : NOTES.plain;
		const path = join$1(pattern, `${file}${extension}`);
		entries.set(path, {
			path,
			...named,
			kind,
			...environment,
			note
		});
	}
	return [...entries.values()];
}
/** Of one environment, files of profiles win over plain files, and those of a service over those of all. */
function inOrder(entries) {
	const rank = (entry) => (isOfProfile(entry) ? 2 : 0) + (entry.name === "*" ? 0 : 1);
	return [...entries].sort((a, b) => rank(a) - rank(b));
}
function isOfProfile({ path, environment }) {
	return environment !== void 0 || lastOf(path).includes("{environment}");
}
function withProfiles(entry, { at, streams, flat }) {
	return {
		...entry,
		...at === void 0 || isOfProfile(entry) ? {} : { environment: { at } },
		...streams ? { stream: true } : {},
		...flat ? { keys: "dotted" } : {}
	};
}
// src/stages/discover/propose/text.ts
/** `cairn.yaml` with a comment at each line. What comes from the repository stands in values only, safely quoted. */
function textOf(sketch, found) {
	const settings = settingsOf(sketch);
	const count = `${plural(found.documents, "document")} in ${plural(found.environments.length, "environment")}`;
	const head = [`# This repository keeps ${sketch.seen}:`, `# ${count}, ${plural(found.effective, "effective document")} in all.`];
	if (settings === void 0) return [
		...head,
		...NOT_NEEDED,
		""
	].join("\n");
	return [
		...head,
		...layoutLines(sketch.layout),
		...environmentLines(settings.environments),
		...presenceLines(sketch),
		...ignoreLines(sketch.ignore),
		""
	].join("\n");
}
const NOT_NEEDED = ["# That needs no cairn.yaml. This file is the place for what comes later: kinds, what to ignore."];
function plural(count, one) {
	return `${String(count)} ${one}${count === 1 ? "" : "s"}`;
}
function layoutLines(layout) {
	const lines = [
		"",
		"# Which files are layers of what. Of one environment, later entries win.",
		"layout:"
	];
	let before = "";
	for (const entry of layout) {
		if (entry.note !== before) lines.push(`  # ${entry.note}`);
		before = entry.note;
		lines.push(`  - ${entryText(entry)}`);
	}
	return lines;
}
const ENTRY_KEYS = [
	"path",
	"at",
	"kind",
	"name",
	"environment",
	"stream",
	"keys"
];
function entryText(entry) {
	return `{${ENTRY_KEYS.flatMap((key) => {
		const value = entry[key];
		if (value === void 0) return [];
		if (typeof value === "object") return `${key}: {at: ${quoted(value.at)}}`;
		return `${key}: ${value === true ? "true" : quoted(value)}`;
	}).join(", ")}}`;
}
function environmentLines(environments) {
	if (environments === void 0) return [];
	if (Array.isArray(environments)) {
		const names = environments.map(quoted).join(", ");
		return [
			"",
			environments.length === 1 ? "# There is one environment." : "# All environments there are.",
			`environments: [${names}]`
		];
	}
	const definitions = Object.entries(environments);
	return [
		"",
		`# All environments there are.${definitions.some(([, { abstract }]) => abstract === true) ? " An abstract one is only inherited from." : ""}`,
		"environments:",
		...definitions.map(definitionLine)
	];
}
function definitionLine([name, { abstract, inherits }]) {
	const fields = [];
	if (abstract !== void 0) fields.push("abstract: true");
	if (inherits !== void 0) fields.push(`inherits: [${inherits.map(quoted).join(", ")}]`);
	return `  ${quoted(name)}: {${fields.join(", ")}}`;
}
function presenceLines({ presence }) {
	if (presence === "inherited") return [];
	return [
		"",
		"# A document exists in an environment only where a file for that environment says something of it.",
		"presence: declared"
	];
}
function ignoreLines(ignore) {
	if (ignore.length === 0) return [];
	return [
		"",
		"# What is no configuration.",
		"ignore:",
		...ignore.map(({ glob, why }) => `  - ${quoted(glob)} # ${why}`)
	];
}
/** Text that YAML 1.1 and 1.2 both read as this string when it stands without quotes, in a flow collection too. */
const PLAIN = /^[A-Za-z/][A-Za-z0-9_./-]*$/;
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/** Characters that YAML forbids in a text, or that nobody would see in it. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/u;
/** A YAML scalar that is this text, whatever is in it (YAML 1.2.2 §7.3). */
function quoted(text) {
	if (PLAIN.test(text) && !WORDS.test(text)) return text;
	if (!INVISIBLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
	return `"${text.replace(/["\\]|[\p{C}\p{Zl}\p{Zp}]/gu, escaped)}"`;
}
function escaped(char) {
	if (char === "\"" || char === "\\") return `\\${char}`;
	const point = char.codePointAt(0) ?? 0;
	return point > 65535 ? `\\U${point.toString(16).padStart(8, "0")}` : `\\u${point.toString(16).padStart(4, "0")}`;
}
// src/stages/discover/propose/propose.ts
const WAYS = [
	{
		sketch: sketchOwn,
		most: 1
	},
	{
		sketch: sketchHelm,
		most: .95
	},
	{
		sketch: sketchSpring,
		most: .9
	},
	{
		sketch: sketchNodeConfig,
		most: .9
	},
	{
		sketch: sketchOverlays,
		most: .9
	},
	{
		sketch: sketchScenarios,
		most: .8
	},
	{
		sketch: sketchCatalogue,
		most: .6
	}
];
/**
* Proposes a `cairn.yaml` for a repository by its paths, and by the content of few files. Each shape that fits is tried
* with the code that will read the repository in earnest; the one that explains most files wins, so what is proposed is
* what will be found. A `cairn.yaml` that is there already is not looked at, and the proposal says so.
*
* Pure; throws only what `read` throws.
*/
function propose(input) {
	const proposal = proposalFor(lookAt(input.paths, input.read));
	if (!input.paths.includes("cairn.yaml")) return proposal;
	return {
		existing: true,
		...proposal,
		alternatives: [EXISTING, ...proposal.alternatives]
	};
}
const EXISTING = "the cairn.yaml that is there already: this is what would be proposed without it";
function proposalFor(repository) {
	const [best, ...others] = trialsOf(repository);
	if (best === void 0) return unknown(repository);
	const found = {
		documents: best.discovery.documents.size,
		effective: effectiveIn(best),
		environments: best.discovery.environments.map(({ name }) => name)
	};
	return {
		shape: best.sketch.shape,
		config: textOf(best.sketch, found),
		...found,
		unplaced: [
			...best.sketch.misfits,
			...streamsAmong(best, repository),
			...leftoverOf(best, repository)
		],
		alternatives: [...best.sketch.alternatives, ...others.map(({ sketch }) => `${sketch.shape}: ${sketch.seen}`)]
	};
}
/** Every shape that fits, the best first. Shapes that could not win any more are not looked at. */
function trialsOf(repository) {
	const trials = [];
	let best = 0;
	for (const { sketch, most } of WAYS) {
		if (most * repository.candidates.length <= best) continue;
		const found = sketch(repository);
		if (found === void 0) continue;
		const trial = repaired(found, repository);
		if (trial.score === 0) continue;
		if (found.confidence === 1) return [trial];
		trials.push(trial);
		best = Math.max(best, trial.score);
	}
	return trials.sort((a, b) => b.score - a.score);
}
function unknown(repository) {
	return {
		shape: "unknown",
		config: UNKNOWN,
		environments: [],
		documents: 0,
		effective: 0,
		unplaced: leftoverOf(void 0, repository),
		alternatives: ["Cairn's own layout: environments/<environment>/<kind>/<name>.yaml, which needs no cairn.yaml", "a layout of your own: uncomment an entry and change its path"]
	};
}
const UNKNOWN = `# Nothing here looks like configuration that Cairn knows, so this is a start to be filled in.
#
# Either keep it where Cairn looks by itself; then this file is not needed:
#   environments/<environment>/<kind>/<name>.yaml
#
# Or say where it is. Each entry is a pattern of paths; {name} and {environment} match a part of one:
# layout:
#   - {path: 'config/{name}.yaml', kind: settings} # below every environment
#   - {path: 'config/{environment}/{name}.yaml', kind: settings} # over it
`;
// src/queries/propose.ts
/** Looks at a repository as it is and proposes a `cairn.yaml` for it. What cannot be parsed is left aside. */
function proposeFor(snapshot, collector) {
	const reader = createReader(snapshot);
	return reader.whole(collector, () => propose({
		paths: snapshot.entries.map(({ path }) => path),
		read: (path) => {
			const values = reader.trees(path, { stream: true }, () => {}).map(({ value }) => value);
			return values.some((value) => value instanceof Opaque) ? void 0 : values;
		}
	}));
}
// src/report/proposal.ts
const MOST_UNPLACED = 20;
/** What `cairn init` found and proposes; the proposed text can be cut out and saved as it is. */
function proposalText(proposal, style) {
	const { unplaced, alternatives, environments } = proposal;
	let text = `${style("bold", summary(proposal))}\n`;
	if (environments.length > 0) text += `environments: ${names(environments)}\n`;
	text += `\n${style("dim", "# cairn.yaml")}\n${proposal.config}`;
	if (unplaced.length > 0) text += `\n${style("yellow", "not placed:")}\n`;
	for (const { path, why } of unplaced.slice(0, MOST_UNPLACED)) text += `  ${escapeControls(path)}  ${style("dim", why)}\n`;
	text += more(unplaced.length);
	if (alternatives.length > 0) text += `\nalso possible:\n${alternatives.map((one) => `  ${escapeControls(one)}\n`).join("")}`;
	return text;
}
function proposalMarkdown(proposal) {
	const { unplaced, alternatives } = proposal;
	const left = unplaced.slice(0, MOST_UNPLACED).map(({ path, why }) => `- ${code(path)}: ${md(why)}\n`);
	return `**${summary(proposal)}**\n\n${fence(proposal.config, "yaml")}` + (unplaced.length === 0 ? "" : `\nNot placed:\n\n${left.join("")}${more(unplaced.length)}`) + (alternatives.length === 0 ? "" : `\nAlso possible:\n\n${alternatives.map((one) => `- ${md(one)}\n`).join("")}`);
}
function summary({ shape, documents, effective, environments }) {
	if (shape === "unknown") return "no known shape of configuration was recognised";
	return `${shape}: ${`${plural$1(documents, "document")}, ${plural$1(effective, "effective document")} in ${plural$1(environments.length, "environment")}`}`;
}
function more(count) {
	return count > MOST_UNPLACED ? `  ${MOST_UNPLACED} of ${count} shown; --format json has all\n` : "";
}
// src/cli/init.ts
/** Proposes for the folder that it runs in: a configuration repository may be a part of a Git repository. */
async function runInit(options, terminal) {
	const root = resolve(terminal.directory, options.directory ?? ".");
	repositoryOf(root);
	const proposal = await proposeFor(workingTree(root), new Collector());
	if (options.format === "json") writeJson(terminal, proposal);
	else if (options.format === "markdown") terminal.out(inert(proposalMarkdown(proposal)));
	else terminal.out(inert(proposalText(proposal, terminal.outStyle)));
	if (options.write !== true) return 0;
	if (proposal.shape === "unknown") throw new Failure("usage", say`nothing was recognised, so nothing was written`);
	createFile(root, CONFIG_FILE, proposal.config);
	terminal.err(`wrote ${CONFIG_FILE}; next: cairn check\n`);
	return 0;
}
export { runInit };
