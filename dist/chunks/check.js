import { D as open, E as folderOf, Ks as say, Lo as resolveCommit, Lr as review, No as changedOutside, O as rootOf, T as openRange, Vo as Collector, bt as checkText, cn as configurationBefore, fn as openWorkingTree, ft as inert, ht as jsonText, k as checkMarkdown, ln as configurationRootAt, os as Failure, rs as repositoryOf, un as historyIn, ur as reviewVerdict } from "./shared.js";
import { t as VERSION } from "./version.js";
// src/cli/check.ts
/** Checks one state of a repository; with a base everything that a pull request gets. */
async function runCheck(named, options, terminal) {
	const range = splitRange(named);
	const { root, moved } = rootFor(range, options, terminal);
	const reviewed = await review(await openFor(range, options, terminal, root));
	const found = moved === void 0 ? reviewed : {
		...reviewed,
		notChecked: [...reviewed.notChecked, moved]
	};
	terminal.clear();
	const judged = reviewVerdict(found, options.failOn);
	const { format } = options;
	if (format === "sarif" || format === "junit") terminal.out(await fileText(found, judged, {
		format,
		root
	}));
	else terminal.out(await textOf(found, judged, options, terminal));
	return judged.exitCode;
}
/** The configuration repository: of a range the one that the base has. */
function rootFor(range, options, terminal) {
	const now = rootOf(options, terminal);
	const start = folderOf(options, terminal);
	if (range.base === void 0 || repositoryOf(start).prefix === "") return { root: now };
	const rootAt = (commit) => configurationRootAt(start, resolveCommit(now, commit));
	return configurationBefore(start, rootAt(range.base), (range.head === void 0 ? now : rootAt(range.head)) ?? now);
}
async function openFor(range, options, terminal, root) {
	const { clock } = terminal;
	const start = clock();
	const timed = (spent) => options.timing === true ? {
		clock,
		spent: [{
			stage: "open",
			took: spent
		}]
	} : {};
	const opener = options.open === true ? await (await import("./opener2.js")).openerFor(terminal) : void 0;
	const { today } = terminal;
	const common = {
		selection: { environments: options.environment },
		progress: terminal.progress,
		today,
		...opener && { opener }
	};
	if (range.base === void 0) {
		const collector = new Collector();
		const head = await open(options, terminal, collector);
		return {
			...common,
			...timed(clock() - start),
			head,
			collector,
			against: { reason: say`no base was named` }
		};
	}
	if (options.at !== void 0) throw new Failure("usage", say`--at names the commit to look at, and so does the second argument`);
	const { base, head, collectors } = await openRange(range, options, terminal, {
		root,
		workingTree: openWorkingTree
	});
	const against = {
		workspace: base,
		because: say`named on the command line`,
		collector: collectors.base,
		whenBroken: "throw"
	};
	const outside = changedOutside(root, base.snapshot.label, range.head === void 0 ? "HEAD" : head.snapshot.label);
	const more = {
		history: historyIn(root),
		...outside && { outside }
	};
	return {
		...common,
		...timed(clock() - start),
		head,
		collector: collectors.head,
		against,
		...more
	};
}
/** `main..feature` in one argument, as Git takes it. */
function splitRange({ base, head }) {
	const dots = base?.indexOf("..") ?? -1;
	if (base === void 0 || dots < 0) return {
		base,
		head
	};
	const [from, to] = [base.slice(0, dots), base.slice(dots + 2)];
	if (head !== void 0 || from === "" || to.startsWith(".")) throw new Failure("usage", say`a range is base..head, with two dots`, say`cairn check main..HEAD`);
	return {
		base: from,
		head: to === "" ? "HEAD" : to
	};
}
async function textOf(found, judged, { format, failOn }, terminal) {
	const isAlone = found.comparison.base === void 0;
	if (format === "markdown" && isAlone) return inert(checkMarkdown(found.check, judged));
	if (format === "terminal" && isAlone) return inert(checkText(found.check, judged, terminal.outStyle));
	const { NO_BUDGET, reportOf, reviewMarkdown, reviewText } = await import("./all.js");
	const report = reportOf(found, {
		failOn,
		version: VERSION
	});
	if (format === "html") return (await import("./review2.js")).reviewHtml(report, { prefix: "" });
	if (format === "terminal") return inert(reviewText(found, report, terminal.outStyle));
	if (format === "markdown") return inert(reviewMarkdown(report, {
		budget: NO_BUDGET,
		elsewhere: "",
		prefix: ""
	}));
	return `${jsonText(report)}\n`;
}
/** What other programs read as a file; its paths are seen from the top of the Git repository. */
async function fileText({ check, dangers, notChecked }, judged, { format, root }) {
	const { prefix } = repositoryOf(root);
	const result = {
		...check,
		notChecked,
		findings: [...check.findings, ...dangers.findings]
	};
	if (format === "junit") return (await import("./junit.js")).checkJunit(result, judged, { prefix });
	return `${(await import("./sarif.js")).checkSarif(result, judged, {
		prefix,
		version: VERSION
	})}\n`;
}
export { runCheck };
