import { G as openRange, J as checkMarkdown, K as open, Kr as Collector, Ot as jsonText, Ri as say, Rt as review, Tt as inert, Vt as openWorkingTree, Yt as NO_BUDGET, Zt as reviewMarkdown, _t as reviewText, jt as checkText, q as rootOf, ri as Failure, ti as repositoryOf, vt as reportOf, yt as reviewVerdict } from "./shared.js";
import { t as VERSION } from "./version.js";
// src/cli/check.ts
/** Checks one state of a repository; with a base everything that a pull request gets. */
async function runCheck(named, options, terminal) {
	const found = await review(await openFor(splitRange(named), options, terminal));
	terminal.clear();
	const judged = reviewVerdict(found, options.failOn);
	if (options.format === "sarif" || options.format === "junit") terminal.out(await fileText(found, judged, {
		format: options.format,
		root: rootOf(options, terminal)
	}));
	else terminal.out(textOf(found, judged, options, terminal));
	return judged.exitCode;
}
async function openFor(range, options, terminal) {
	const { clock } = terminal;
	const start = clock();
	const timed = (spent) => options.timing === true ? {
		clock,
		spent: [{
			stage: "open",
			took: spent
		}]
	} : {};
	const opener = options.open === true ? await (await import("./opener3.js")).openerFor(terminal) : void 0;
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
	const { base, head, collectors } = await openRange(range, options, terminal, openWorkingTree);
	const against = {
		workspace: base,
		because: say`named on the command line`,
		collector: collectors.base,
		whenBroken: "throw"
	};
	return {
		...common,
		...timed(clock() - start),
		head,
		collector: collectors.head,
		against
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
function textOf(found, judged, { format, failOn }, terminal) {
	const isAlone = found.comparison.base === void 0;
	if (format === "markdown" && isAlone) return inert(checkMarkdown(found.check, judged));
	if (format === "terminal" && isAlone) return inert(checkText(found.check, judged, terminal.outStyle));
	const report = reportOf(found, {
		failOn,
		version: VERSION
	});
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
