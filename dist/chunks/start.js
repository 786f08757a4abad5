import "./rolldown-runtime.js";
import { At as diffText, Br as hasCommit, Bt as configurationRoot, Dt as jsonLine, Fi as escapeControls, Ft as names, Gt as textAt$1, Hr as commitTree, Ht as readWorkflowRun, Ii as list, In as openWorkspace, Jt as post, Kr as Collector, Kt as commentUrl, Li as name, Lt as plain, Mi as didYouMean, Ot as jsonText, Pt as findingsText, Qt as filePlace, Ri as say, Rt as review, Tt as inert, Ur as isObjectId, Ut as at, Vr as headCommit, Vt as openWorkingTree, Wr as resolveCommit, Wt as idAt, Xr as SEVERITIES, Xt as SUMMARY_BUDGET, Zt as reviewMarkdown, an as plural, ei as showLocation, en as FAIL_ON, gn as runUrl, gt as diffOf, hn as linksOf, ii as framesOf, in as notCheckedBy, ln as showSnapshot, mn as githubOf, mt as commentMarker, nn as grouped, oi as engines, on as scopeText, qt as outcomeText, ri as Failure, sn as shownText, ti as repositoryOf, tn as countsText, vn as GitHubRefused, vt as reportOf, yt as reviewVerdict, zr as trustRepository } from "./shared.js";
import { t as VERSION } from "./version.js";
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import * as os$1 from "os";
import os, { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants as constants$1, promises } from "fs";
// src/action/base.ts
/**
* Finds the base in the clone as it is: nothing is fetched, so no token is needed. Of a pull request it is the first
* parent of the merge commit: what merging would change and nothing else, whatever happened on the base branch since
* the event.
*
* @param named the input `base`; empty for what the event says
* @throws Failure (usage) where a base is named and not there
*/
function findBase(root, event, named) {
	if (named !== "") return {
		commit: resolveCommit(root, named),
		because: say`named by the input base`
	};
	const head = headCommit(root);
	if (head === void 0) return { reason: say`there is no commit yet` };
	return presentIn(root, baseFrom(event.base, head));
}
/** @throws Failure (usage) where what is checked out comes from a fork, in a run with the repository's own rights */
function refuseStrangers(root, { strangers }) {
	const head = strangers.length === 0 ? void 0 : headCommit(root);
	if (head === void 0 || ![head.commit, ...head.parents].some((commit) => strangers.includes(commit))) return;
	throw new Failure("usage", say`what is checked out comes from a fork, and this run has the repository's own rights and secrets`, say`run the check on pull_request, which gives it neither`);
}
function baseFrom(base, { commit, parents }) {
	if (base.by === "nothing") return { reason: base.reason };
	if (base.by === "commit") {
		const missing = base.isForced ? say`: after a force push no branch may have it any more` : say`: set fetch-depth: 0 for actions/checkout`;
		return isObjectId(base.commit) ? {
			commit: base.commit,
			because: base.because,
			missing
		} : { reason: say`the event names no commit that could be one` };
	}
	const [first, second, more] = parents;
	if (!(first !== void 0 && second !== void 0 && more === void 0) || commit !== base.merge && second !== base.head) return { reason: say`what is checked out is not the merge commit of the pull request: leave out ref of actions/checkout, or name a base` };
	return {
		commit: first,
		because: say`the base branch that the pull request is merged into`,
		missing: say`: set fetch-depth: 2 for actions/checkout`
	};
}
function presentIn(root, wanted) {
	if (wanted.commit === void 0) return wanted;
	const { commit, because, missing = say`` } = wanted;
	if (hasCommit(root, commit)) return {
		commit,
		because
	};
	return { reason: say`${name(showSnapshot(commit))}, ${because}, is not in this clone${missing}` };
}
// src/action/event.ts
/** Reads an event (docs.github.com, "Events that trigger workflows" and "Webhook events and payloads"). */
function readEvent({ name: event, sha, payload }) {
	switch (event) {
		case "pull_request": return {
			base: {
				by: "merge",
				head: textAt(payload, HEAD_SHA),
				merge: sha
			},
			underReview: true,
			strangers: [],
			...pullRequestOf(payload)
		};
		case "pull_request_target": return {
			base: nothing(say`pull_request_target runs on the base branch, not on the pull request`),
			underReview: true,
			strangers: isForked(payload, HEAD_REPOSITORY, BASE_REPOSITORY) ? texts(payload, [HEAD_SHA, "pull_request.merge_commit_sha"]) : [],
			advice: say`pull_request_target checks the base branch, with rights that no check needs: use pull_request`
		};
		case "workflow_run": return {
			base: nothing(say`workflow_run names no commit before`),
			underReview: textAt(payload, "workflow_run.event").startsWith("pull_request"),
			strangers: isForked(payload, "workflow_run.head_repository", "repository") ? texts(payload, ["workflow_run.head_sha"]) : []
		};
		case "merge_group": return {
			base: mergeGroup(payload),
			underReview: true,
			strangers: []
		};
		case "push": return {
			base: push(payload),
			underReview: false,
			strangers: []
		};
		default: return {
			base: nothing(event === "" ? say`no event names a commit before` : say`${name(event)} names no commit before`),
			underReview: false,
			strangers: []
		};
	}
}
const HEAD_SHA = "pull_request.head.sha";
const HEAD_REPOSITORY = "pull_request.head.repo";
const BASE_REPOSITORY = "pull_request.base.repo";
function pullRequestOf(payload) {
	const number = idAt(payload, "pull_request.number");
	const head = textAt(payload, HEAD_SHA);
	if (number === void 0 || head === "") return {};
	const headRepository = idAt(payload, "pull_request.head.repo.id");
	const author = textAt$1(payload, "pull_request.user.login");
	return { pullRequest: {
		number,
		head,
		headRepository,
		author,
		isForeign: isForked(payload, HEAD_REPOSITORY, BASE_REPOSITORY) || author === "dependabot[bot]"
	} };
}
const nothing = (reason) => ({
	by: "nothing",
	reason
});
function mergeGroup(payload) {
	const commit = textAt(payload, "merge_group.base_sha");
	if (commit === "") return nothing(say`the event says no base of the merge group`);
	return {
		by: "commit",
		commit,
		because: say`what the merge group is based on`,
		isForced: false
	};
}
function push(payload) {
	const commit = textAt(payload, "before");
	if (commit === "") return nothing(say`the event says no commit before the push`);
	if (/^0+$/.test(commit)) return nothing(say`the push made the branch or tag, so nothing was there before`);
	const isForced = at(payload, "forced") === true;
	return {
		by: "commit",
		commit,
		because: say`the commit before the push`,
		isForced
	};
}
/** Whether the two repositories are not the same one. One that was deleted is none. */
function isForked(payload, head, base) {
	return at(payload, `${head}.id`) !== at(payload, `${base}.id`);
}
function texts(payload, paths) {
	return paths.map((path) => textAt(payload, path)).filter((text) => text !== "");
}
/** Empty where there is no text. */
const textAt = (payload, path) => textAt$1(payload, path) ?? "";
// src/action/examine.ts
/** Checks the files that are checked out, and finds out what changes from the base. */
async function examine(input) {
	const { root, selection, clock } = input;
	const start = clock?.() ?? 0;
	const against = await openBase(input);
	const collector = new Collector();
	const variables = allowedVariables(input, against.workspace);
	const head = await openWorkspace({
		snapshot: openWorkingTree(root),
		variables,
		engines
	}, collector);
	const spent = clock === void 0 ? [] : [{
		stage: "open",
		took: clock() - start
	}];
	const { today, opener, underReview } = input;
	const { people, unread } = await peopleOf(input, {
		base: against.workspace,
		head
	});
	const more = {
		underReview,
		...opener === void 0 ? {} : { opener },
		...clock === void 0 ? {} : { clock },
		...today === void 0 ? {} : { today },
		...people === void 0 ? {} : { people }
	};
	const found = await review({
		head,
		against,
		selection,
		collector,
		spent,
		...more
	});
	const notRead = head.config.variables.map(({ variable }) => variable).filter((one) => {
		return input.variables[one] !== void 0 && variables[one] === void 0;
	});
	const unset = say`what ${list([...new Set(notRead)].map(name))} would set: a change under review cannot ask for variables that its base does not read`;
	const notKnown = (found.access?.demands.length ?? 0) === 0 ? [] : unread;
	return {
		...found,
		notChecked: [
			...found.notChecked,
			...notRead.length === 0 ? [] : [unset],
			...notKnown
		]
	};
}
/** Asked only where somebody must approve something, and of the rules that count: the base's, where it has any. */
async function peopleOf(input, { base, head }) {
	const access = base && (base.access ?? head.access);
	if (access === void 0 || access.rules.length === 0 || input.people === void 0) return { unread: [] };
	return input.people(access);
}
/** The base, or why there is none after all. */
async function openBase({ root, base, variables }) {
	if (base.commit === void 0) return base;
	const { commit, because } = base;
	const collector = new Collector();
	try {
		const snapshot = commitTree(root, commit);
		return {
			workspace: await openWorkspace({
				snapshot,
				variables,
				engines
			}, collector),
			because,
			collector,
			whenBroken: "tell"
		};
	} catch (error) {
		return { reason: reasonOf(error) };
	}
}
/** What the world refused leaves nothing to compare with; the check goes on. */
function reasonOf(error) {
	if (!(error instanceof Failure)) throw error;
	return error.hint === void 0 ? error.said : say`${error.said}: ${error.hint}`;
}
/**
* What judges a change comes from its base (DESIGN §3, Trust): who proposes one must not choose which variables of the
* job are read, since findings may show them.
*/
function allowedVariables({ variables, underReview }, base) {
	if (!underReview) return variables;
	const allowed = {};
	for (const { variable } of base?.config.variables ?? []) allowed[variable] = variables[variable];
	return allowed;
}
// src/action/opener.ts
/**
* Opens encrypted files with the keys of the input `age-key`; `undefined` where it is empty, as on a fork. The keys and
* whatever is opened are masked before anything else is printed.
*
* @throws Failure (usage) where there is no key in it; what stands in it is not told
*/
async function openerOf(ageKey, runner) {
	if (ageKey === "") return void 0;
	for (const line of ageKey.split(/[\s,]+/)) if (line.length >= SHORTEST_MASKED) runner.mask(line);
	const [{ createAge }, { createOpener }] = await Promise.all([import("./age2.js"), import("./opener2.js")]);
	const age = createAge();
	const { identities } = await age.identities(ageKey);
	if (identities.length > 0) return createOpener({
		age,
		identities,
		mask: (line) => {
			runner.mask(line);
		}
	});
	throw new Failure("usage", say`the input age-key holds no key of age`, say`it takes private keys as in a key file: lines that start with AGE-SECRET-KEY-1 or AGE-SECRET-KEY-PQ-1`);
}
const SHORTEST_MASKED = 8;
// src/action/people.ts
/** Reads who has approved, and who is in the teams that may. What GitHub refuses is told: nobody is approved by it. */
async function readPeople({ github, pullRequest, access }) {
	const { number, head, author } = pullRequest;
	const known = author === void 0 ? {} : { author };
	if (github === void 0) return {
		people: known,
		unread: [say`who has approved: there is no token to read reviews with`]
	};
	let reviews;
	try {
		reviews = await github.reviews(number, head);
	} catch (error) {
		if (!(error instanceof GitHubRefused)) throw error;
		const why = error.hint === void 0 ? error.said : say`${error.said}: ${error.hint}`;
		return {
			people: known,
			unread: [say`who has approved: ${why}`]
		};
	}
	const said = reviews.flatMap(wordOf);
	const { teams, unread } = said.length === 0 ? NO_TEAMS : await readTeams(github, access);
	return {
		people: {
			...known,
			reviews: said,
			teams
		},
		unread
	};
}
/** An approval of another commit says nothing of this one; a request for changes stands until it is taken back. */
function wordOf({ reviewer: user, verdict, isCurrent }) {
	if (verdict === "changes-requested") return [{
		user,
		says: verdict
	}];
	return verdict === "approved" && isCurrent ? [{
		user,
		says: verdict
	}] : [];
}
const NO_TEAMS = {
	teams: /* @__PURE__ */ new Map(),
	unread: []
};
async function readTeams(github, { roles, rules }) {
	const asked = new Set(rules.flatMap((rule) => rule.roles).flatMap((role) => roles.get(role)?.teams ?? []));
	const teams = /* @__PURE__ */ new Map();
	const missing = [];
	let why;
	for (const one of asked) {
		const [organization = "", team = ""] = one.split("/");
		const { members, problem } = await github.teamMembers({
			organization,
			team
		});
		if (members !== void 0) teams.set(one, members);
		else {
			missing.push(one);
			why ??= problem;
		}
	}
	if (why === void 0) return {
		teams,
		unread: []
	};
	return {
		teams,
		unread: [say`who is in ${list(missing.map((one) => name(one)))}: ${why}`]
	};
}
// src/adapters/report-file.ts
/**
* Writes a report, replacing an older one. It stays inside the folders whatever links the repository holds: links are
* files of whoever proposes a change, and the path may lead through one.
*
* @returns the path, seen from the workspace where it lies in it
* @throws Failure where the path leads out of the folders, or cannot be written
*/
function writeReport(path, text, folders) {
	const file = resolve(folders.workspace, path);
	const root = [folders.workspace, folders.temporary].find((folder) => folder !== void 0 && isInside(folder, file));
	if (root === void 0) throw leavesFolders(path);
	try {
		makeFolder(root, dirname(file), path);
		const there = lstatSync(file, { throwIfNoEntry: false });
		if (there?.isFile() === true || there?.isSymbolicLink() === true) unlinkSync(file);
		writeFileSync(file, text, { flag: "wx" });
	} catch (error) {
		if (error instanceof Failure) throw error;
		throw new Failure("broken", say`${name(path)} cannot be written`);
	}
	return root === folders.workspace ? relative(root, file).split(sep).join("/") : file;
}
/** Makes the folders that are not there, after a look at where those that are there really lie. */
function makeFolder(root, folder, path) {
	let there = folder;
	while (!existsSync(there) && there !== root) there = dirname(there);
	if (!isInside(realpathSync(root), join(realpathSync(there), "report"))) throw leavesFolders(path);
	mkdirSync(folder, { recursive: true });
}
function isInside(folder, file) {
	const way = relative(folder, file);
	return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
function leavesFolders(path) {
	const hint = say`a report is written into the workspace or into the runner's temporary folder`;
	return new Failure("usage", say`${name(path)} leads out of the workspace`, hint);
}
// src/report/annotations.ts
/** A runner keeps this many of a level a step, and drops the rest (actions/runner, ExecutionContext.cs). */
const MOST_OF_A_LEVEL = 10;
/** A runner cuts a message here; ours ends before, with what matters said first. */
const MOST_TEXT = 4e3;
const MOST_RELATED = 10;
const LEVEL = {
	error: "error",
	warning: "warning",
	note: "notice"
};
/**
* The findings that a step can annotate, the most severe first. One error is left to the step's own failure; where a
* level has too many, its last place says how many more there are.
*
* @param prefix the configuration repository, seen from the top of the Git repository
* @param warnings how many warnings of its own the step has besides
*/
function annotationsOf(findings, judged, { prefix, warnings }) {
	const annotations = [];
	const left = [];
	for (const severity of SEVERITIES) {
		const all = findings.filter((one) => one.severity === severity);
		const found = all.length;
		const failure = severity === "error" && !judged.passed;
		const room = MOST_OF_A_LEVEL - (failure ? 1 : severity === "warning" ? warnings : 0);
		const shown = found <= room ? found : failure ? room : room - 1;
		for (const one of all.slice(0, shown)) annotations.push(annotationOf(one, prefix));
		if (shown === found) continue;
		left.push({
			severity,
			shown,
			found
		});
		if (!failure) annotations.push({
			level: LEVEL[severity],
			title: "Cairn",
			message: moreText(found - shown, severity)
		});
	}
	return {
		annotations,
		left
	};
}
/** What a failed step says of itself: its counts, and what the annotations leave out. */
function failureText(judged, { left }) {
	if (left.length === 0) return countsText(judged);
	const parts = left.map(({ severity, shown, found }) => shownText(shown, found, severity));
	return say`${countsText(judged)}; ${list(parts)} are annotated, the log has all`;
}
function moreText(count, severity) {
	return say`${plural(count, severity)} more: the log has all`;
}
function annotationOf(found, prefix) {
	const { rule, severity, message, location, related, environments } = found;
	const place = filePlace(location, prefix);
	const lines = [
		`${place.instead ?? ""}${message}`,
		...environments.length === 0 ? [] : [`in ${names(environments)}`],
		...related.slice(0, MOST_RELATED).map((one) => `${showLocation(one.location)} ${one.message}`),
		...related.length > MOST_RELATED ? [`${shownText(MOST_RELATED, related.length, "place")} shown`] : []
	];
	return {
		level: LEVEL[severity],
		title: rule,
		message: fitting(lines),
		place
	};
}
/** As many whole lines as there is room for; the first is cut where it alone is too long. */
function fitting(lines) {
	let text = (lines[0] ?? "").slice(0, MOST_TEXT).replace(/[\ud800-\udbff]$/, "");
	for (const line of lines.slice(1)) {
		if (text.length + 1 + line.length > MOST_TEXT) return text;
		text += `\n${line}`;
	}
	return text;
}
// src/report/review/shrink.ts
const WHY = ": the report was too large to be handed over with them";
/** So many of each list are kept where less than all has room, from the first number that has. */
const KEPT = [
	1e4,
	3e3,
	1e3,
	300,
	100,
	30,
	10,
	0
];
/**
* A report that has room: as it is, else without values as data, else without details, else with the first of each list
* alone, the dangerous ones kept longest. What was left out is said in it; counts stay those of the whole.
*
* @param hasRoom whether a report is small enough
*/
function shrunk(report, hasRoom) {
	if (hasRoom(report)) return report;
	const bare = saying(withoutValues(report), `values as data${WHY}`);
	if (hasRoom(bare)) return bare;
	const brief = saying(withoutDetails(withoutValues(report)), `related places, what lies below a value, and what depends on what changes${WHY}`);
	if (hasRoom(brief)) return brief;
	for (const kept of KEPT) {
		const shorter = cut(brief, kept);
		if (hasRoom(shorter)) return shorter;
	}
	return cut(brief, 0);
}
function saying(report, ...what) {
	return {
		...report,
		notChecked: [...report.notChecked, ...what]
	};
}
function withoutValues(report) {
	return {
		...report,
		changes: report.changes.map((change) => eachSide(change, ({ value: _, ...side }) => side))
	};
}
function eachSide({ before, after, ...change }, make) {
	return {
		...change,
		...before && { before: make(before) },
		...after && { after: make(after) }
	};
}
function withoutDetails({ reach: _, ...report }) {
	const bare = (found) => ({
		...found,
		related: []
	});
	return {
		...report,
		findings: report.findings.map(bare),
		dangers: report.dangers.map(bare),
		silenced: report.silenced.map((one) => ({
			...one,
			finding: bare(one.finding)
		})),
		changes: report.changes.map((change) => eachSide(change, (side) => ({
			...side,
			shadowed: []
		}))),
		undecided: []
	};
}
function cut(report, kept) {
	const { findings, dangers, changes, access, environments, asked } = report;
	const left = [];
	const first = (all, what, most = kept) => {
		if (all.length > most) left.push(`${grouped(all.length - most)} of ${grouped(all.length)} ${what}${WHY}`);
		return all.slice(0, most);
	};
	const isWrong = ({ severity }) => severity === "error" ? 0 : 1;
	return saying({
		...report,
		dangers: first(dangers, "dangers", Math.max(kept, 100)),
		findings: first([...findings].sort((a, b) => isWrong(a) - isWrong(b)), "findings"),
		changes: first([...changes].sort((a, b) => Number(b.risky ?? false) - Number(a.risky ?? false)), "changes"),
		shadowed: first(report.shadowed, "edits without effect"),
		silenced: first(report.silenced, "accepted dangers"),
		applying: first(report.applying, "documents to apply"),
		perEnvironment: first(report.perEnvironment, "environments", Math.max(kept, 100)),
		environments: environments.slice(0, Math.max(kept, 100)),
		asked: asked.slice(0, Math.max(kept, 100)),
		notChecked: first(report.notChecked, "things that were not checked", Math.max(kept, 100)),
		...access && { access: {
			...access,
			demands: first(access.demands, "demands of access.yaml", Math.max(kept, 30))
		} }
	}, ...left);
}
// src/action/share.ts
/** Tells the pull request; where this run may not, writes the report for a workflow that may. */
async function share(runner, sharing) {
	const { audience } = sharing;
	if (audience === void 0) return {
		commentUrl: "",
		handoff: "",
		warnings: []
	};
	const { pullRequest, github } = audience;
	const { report, inputs, prefix, links } = sharing;
	if (github === void 0) return {
		commentUrl: "",
		handoff: await handOver(runner, sharing),
		warnings: []
	};
	const places = {
		prefix,
		...links && { links }
	};
	const outcome = await post({
		github,
		pullRequest: pullRequest.number,
		head: pullRequest.head,
		report,
		marker: inputs.marker,
		run: runUrl(runner.variables),
		...places
	});
	const { log, warning } = outcomeText(outcome);
	for (const line of log) runner.log(line);
	const url = commentUrl(outcome, runner.variables, pullRequest.number);
	if (outcome.did !== "refused") return {
		commentUrl: url,
		handoff: "",
		warnings: warning === void 0 ? [] : [warning]
	};
	const handoff = await handOver(runner, sharing);
	if (!pullRequest.isForeign) return {
		commentUrl: url,
		handoff,
		warnings: warning === void 0 ? [] : [warning]
	};
	runner.log(`comment: left to a workflow that may write, since this run is for a fork or for Dependabot: ${warning ?? ""}`);
	return {
		commentUrl: url,
		handoff,
		warnings: []
	};
}
async function handOver(runner, { report, audience, prefix }) {
	const from = audience?.pullRequest.headRepository;
	if (audience === void 0 || from === void 0) return "";
	const { HANDOFF_FILE, MAX_HANDOFF_BYTES, writeHandoff } = await import("./handoff.js");
	const head = {
		sha: audience.pullRequest.head,
		repository: from
	};
	const write = (one) => writeHandoff(head, {
		report: one,
		prefix
	});
	const text = write(shrunk(report, (one) => Buffer.byteLength(write(one)) <= MAX_HANDOFF_BYTES));
	return writeReport(join(runner.temporary ?? runner.workspace, HANDOFF_FILE), text, runner);
}
// src/action/publish.ts
/** Tells what was found: log, report files, annotations, summary, outputs, and whether the step fails. */
async function publish(runner, publication) {
	const { review, inputs, prefix, links, audience, advised = 0 } = publication;
	const { check, findings, dangers, notChecked } = review;
	const judged = reviewVerdict(review, inputs.failOn);
	const result = {
		...check,
		findings: [...dangers.findings, ...findings],
		notChecked
	};
	log(runner, review, result, judged);
	const report = reportOf(review, {
		failOn: inputs.failOn,
		version: VERSION,
		...links && { head: links.head }
	});
	const paths = {
		report: await write(runner, inputs.report, () => Promise.resolve(`${jsonText(report)}\n`)),
		sarif: await write(runner, inputs.sarif, async () => {
			return (await import("./sarif.js")).checkSarif(result, judged, {
				prefix,
				version: VERSION
			});
		}),
		junit: await write(runner, inputs.junit, async () => {
			return (await import("./junit.js")).checkJunit(result, judged, { prefix });
		})
	};
	const shared = await share(runner, {
		report,
		audience,
		inputs,
		prefix,
		...links && { links }
	});
	for (const message of shared.warnings) runner.annotate({
		level: "warning",
		title: "Cairn",
		message
	});
	const warnings = advised + shared.warnings.length;
	const told = annotationsOf(inputs.annotations ? result.findings : [], judged, {
		prefix,
		warnings
	});
	for (const annotation of told.annotations) runner.annotate(annotation);
	if (inputs.summary && !await runner.summarize(summaryOf(report, {
		prefix,
		...links && { links }
	}))) runner.log("the job summary could not be written");
	const outputs = {
		"verdict": judged.passed ? "pass" : "fail",
		"findings": String(result.findings.length),
		"errors": String(judged.counts.error),
		"warnings": String(judged.counts.warning),
		"changed-environments": jsonLine(changedIn(review)),
		"base": review.comparison.base ?? "",
		"comment-url": shared.commentUrl,
		"handoff": shared.handoff,
		...paths
	};
	for (const [output, value] of Object.entries(outputs)) runner.output(output, value);
	if (!judged.passed) runner.fail(1, failureText(judged, told));
}
function summaryOf(report, places) {
	return reviewMarkdown(report, {
		budget: SUMMARY_BUDGET,
		elsewhere: "the log has all",
		...places
	});
}
/** With nothing to compare with, each may have changed: a matrix of too many overlooks nothing. */
function changedIn({ comparison, check, environments }) {
	if (comparison.base === void 0) return check.environments;
	const differing = new Set(environments.filter(({ changed, state }) => changed > 0 || state === "added").map(({ name }) => name));
	return check.environments.filter((name) => differing.has(name));
}
function log(runner, review, result, judged) {
	const { findings } = result;
	const { changes, shadowed, comparison } = review;
	const hasChanges = changes.length + shadowed.length > 0;
	if (findings.length > 0 || hasChanges) {
		const title = `${plural(findings.length, "finding")}${hasChanges ? `, ${plural(changes.length, "change")}` : ""}`;
		const diff = hasChanges ? diffText(diffOf(review), plain) : "";
		runner.logGroup(title, `${findingsText(findings, plain)}${diff}`.trimEnd());
	}
	runner.log(`${judged.passed ? "passed" : "failed"}: ${countsText(judged)} (${scopeText(result)})`);
	runner.log(comparison.base === void 0 ? `compared with nothing: ${comparison.reason}` : comparedText(review));
	for (const what of notCheckedBy(result)) runner.log(`not checked: ${what}`);
}
function comparedText(review) {
	const { comparison, environments } = review;
	const changed = changedIn(review);
	const removed = environments.filter(({ state }) => state === "removed").map(({ name }) => name);
	const what = changed.length === 0 ? "no environment changes" : `changes in ${names(changed)}`;
	const gone = removed.length === 0 ? "" : `; removed: ${names(removed)}`;
	const because = comparison.base === void 0 ? "" : comparison.because;
	return escapeControls(`compared with ${showSnapshot(comparison.base ?? "")}, ${because}: ${what}${gone}`);
}
/** Writes a report where one is asked for; where not, its path is empty. */
async function write(runner, path, render) {
	return path === "" ? "" : writeReport(path, await render(), runner);
}
// src/action/check-step.ts
/**
* What is checked out → what to compare with → check → comment, reports, outputs, verdict. A token is used only to read
* reviews and to comment: without it the verdict is the same.
*/
async function checkStep({ runner, inputs, environment, mayComment }) {
	const opener = await openerOf(inputs.ageKey, runner);
	const directory = resolve(runner.workspace, inputs.directory);
	trustRepository(repositoryAt(directory).top, environment);
	const root = configurationRoot(directory);
	const event = readEvent(runner.event);
	refuseStrangers(root, event);
	if (event.advice !== void 0) runner.annotate({
		level: "warning",
		title: "Cairn",
		message: event.advice
	});
	const base = findBase(root, event, inputs.base);
	const { variables } = runner;
	const { underReview, pullRequest } = event;
	const github = mayComment && pullRequest !== void 0 ? await githubOf(runner, inputs) : void 0;
	const review = await examine({
		root,
		base,
		selection: { environments: inputs.environments },
		variables,
		underReview,
		clock: () => performance.now(),
		today: today(),
		...opener && { opener },
		...pullRequest && { people: (access) => readPeople({
			github,
			pullRequest,
			access
		}) }
	});
	const head = headOf(event, runner.event.sha);
	const links = linksOf(variables, {
		head,
		...base.commit && { base: base.commit }
	});
	await publish(runner, {
		review,
		inputs,
		prefix: repositoryOf(root).prefix,
		audience: audienceOf({
			event,
			github,
			mayComment,
			inputs
		}),
		...links && { links },
		...event.advice && { advised: 1 }
	});
}
function audienceOf({ event: { pullRequest }, github, mayComment, inputs }) {
	if (pullRequest === void 0 || mayComment && !inputs.comment) return void 0;
	return {
		pullRequest,
		github
	};
}
/** The day it is, `2027-01-31`, in UTC. */
const today = () => (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
/** Of a pull request its own newest commit: the merge commit that is checked out is not to last. */
function headOf({ base }, sha) {
	return base.by === "merge" && base.head !== "" ? base.head : sha;
}
function repositoryAt(directory) {
	try {
		return repositoryOf(directory);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		throw new Failure("usage", error.said, say`actions/checkout has to run before this step`);
	}
}
// src/action/inputs.ts
/** The inputs of action.yml, with what they are where they are left out or empty; the token is the job's by default. */
const INPUTS = {
	"directory": ".",
	"environments": "",
	"fail-on": "error",
	"base": "",
	"age-key": "",
	"annotations": "true",
	"summary": "true",
	"comment": "true",
	"comment-id": "report",
	"github-token": "",
	"artifact": "cairn",
	"report": "",
	"sarif": "",
	"junit": ""
};
/**
* Reads and checks the inputs.
*
* @param get the text of an input, trimmed; empty where it is not given
* @throws Failure (usage) that says which input is wrong and what it takes
*/
function readInputs(get) {
	const given = (input) => get(input) || INPUTS[input];
	return {
		directory: given("directory"),
		environments: given("environments").split(/[\n,]/).map((text) => text.trim()).filter((text) => text !== ""),
		failOn: oneOf("fail-on", given("fail-on"), FAIL_ON),
		base: given("base"),
		ageKey: given("age-key"),
		annotations: isOn("annotations", given("annotations")),
		summary: isOn("summary", given("summary")),
		comment: isOn("comment", given("comment")),
		marker: commentMarker(given("comment-id")),
		token: given("github-token"),
		artifact: given("artifact"),
		report: given("report"),
		sarif: given("sarif"),
		junit: given("junit")
	};
}
/** YAML 1.2 writes a boolean in three ways (core schema, §10.3.2). */
function isOn(input, text) {
	return oneOf(input, /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text, ["true", "false"]) === "true";
}
function oneOf(input, text, choices) {
	const found = choices.find((choice) => choice === text);
	if (found !== void 0) return found;
	const possible = list(choices.map((choice) => name(choice)), "or");
	throw new Failure("usage", say`the input ${name(input)} takes ${possible}, not ${name(text)}${didYouMean(text, choices)}`);
}
// src/action/run.ts
/** One step of a workflow: the check of what is checked out, or the comment for a check that might not comment. */
async function runAction({ action, runner, environment }) {
	try {
		const token = runner.input("github-token");
		if (token !== "") runner.mask(token);
		const inputs = readInputs(runner.input);
		if (action === "comment" || action === "root" && isAfterPullRequest(runner)) await (await import("./comment-step.js")).commentStep(runner, inputs);
		else await checkStep({
			runner,
			inputs,
			environment,
			mayComment: action === "root"
		});
	} catch (error) {
		fail(runner, error);
	}
}
function isAfterPullRequest({ event }) {
	return event.name === "workflow_run" && readWorkflowRun(event.payload)?.event === "pull_request";
}
/** A run that broke is no verdict on the configuration: the output says so. */
function fail(runner, error) {
	runner.output("verdict", "broken");
	if (error instanceof Failure) {
		runner.fail(error.exit === "usage" ? 2 : 3, error.hint === void 0 ? error.said : `${error.said}\n${error.hint}`);
		return;
	}
	runner.debug(framesOf(error));
	runner.fail(3, `a defect in Cairn ${VERSION} stopped this run; please report it, with the debug log of a run again`);
}
// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$1.EOL}${convertedValue}${os$1.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var __awaiter$2 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$2(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants$1.R_OK | constants$1.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$2(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$2(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
os.platform();
os.arch();
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$1.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os$1.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}
// src/action/runner.ts
const ANNOTATE = {
	error,
	warning,
	notice
};
/** GitHub's runner through its own toolkit, which escapes what commands carry and delimits outputs unguessably. */
function openRunner(process) {
	const { env } = process;
	return {
		input: (input) => getInput(input),
		event: {
			name: env["GITHUB_EVENT_NAME"] ?? "",
			sha: env["GITHUB_SHA"] ?? "",
			payload: payloadIn(env["GITHUB_EVENT_PATH"])
		},
		variables: env,
		workspace: env["GITHUB_WORKSPACE"] || process.cwd(),
		temporary: env["RUNNER_TEMP"] || void 0,
		log: (text) => info(inert(text)),
		logGroup: (title, text) => {
			startGroup(inert(title));
			info(inert(text));
			endGroup();
		},
		debug: (text) => debug(inert(text)),
		annotate: ({ level, title, message, place }) => {
			ANNOTATE[level](inert(message), {
				title: inert(title),
				...place === void 0 ? {} : positionOf(place)
			});
		},
		mask: (text) => setSecret(text),
		output: (output, value) => setOutput(output, value),
		summarize: async (markdown) => {
			try {
				await summary.addRaw(inert(markdown)).write();
				return true;
			} catch {
				return false;
			}
		},
		fail: (exitCode, message) => {
			setFailed(inert(message));
			process.exitCode = exitCode;
		}
	};
}
/** GitHub takes columns only where the place is in one line (toolkit, `AnnotationProperties`). */
function positionOf({ file, line, column, endLine, endColumn }) {
	if (line === void 0) return { file };
	if (endLine !== void 0 && endLine !== line) return {
		file,
		startLine: line,
		endLine
	};
	return {
		file,
		startLine: line,
		...column === void 0 ? {} : {
			startColumn: column,
			endColumn: endColumn ?? column
		}
	};
}
function payloadIn(path) {
	try {
		return JSON.parse(readFileSync(path ?? "", "utf8"));
	} catch {
		return;
	}
}
// src/action/start.ts
/** Runs one of the actions in this process. Loaded on demand, so that the actions share one chunk of their own. */
async function start(action) {
	await runAction({
		action,
		runner: openRunner(process),
		environment: process.env
	});
}
export { start };
