import { t as require__2020 } from "./2020.js";
import { Er as readWorkflowRun, Gs as name, Ir as GitHubRefused, Ks as say, Sr as runUrl, Tr as isOfPullRequest, Ws as list, _n as outcomeText, br as linksOf, gn as commentUrl, os as Failure, vn as post, yr as githubOf } from "./shared.js";
import { n as MAX_HANDOFF_BYTES, r as readHandoff, t as HANDOFF_FILE } from "./handoff2.js";
// schemas/output/report.json
var report_default = {
	$schema: "https://json-schema.org/draft/2020-12/schema",
	title: "What Cairn finds in a change",
	description: "Printed by cairn check --format json, and handed to the workflow that comments on pull requests of forks. Keys may be added; what is there keeps its meaning within a version.",
	type: "object",
	required: [
		"version",
		"tool",
		"verdict",
		"failOn",
		"summary",
		"snapshot",
		"counts",
		"documents",
		"effectiveDocuments",
		"asked",
		"environments",
		"perEnvironment",
		"findings",
		"dangers",
		"silenced",
		"judgedBy",
		"changes",
		"shadowed",
		"encryptedFiles",
		"applying",
		"undecided",
		"notChecked",
		"timing"
	],
	additionalProperties: false,
	properties: {
		"version": {
			"description": "Of this format.",
			"const": 1
		},
		"tool": {
			"type": "object",
			"required": ["name", "version"],
			"additionalProperties": false,
			"properties": {
				"name": { "const": "cairn" },
				"version": { "type": "string" }
			}
		},
		"verdict": {
			"description": "fail: something is as severe as failOn, or more.",
			"enum": ["pass", "fail"]
		},
		"failOn": { "enum": [
			"error",
			"warning",
			"note",
			"never"
		] },
		"summary": {
			"description": "The answer in a sentence.",
			"type": "string"
		},
		"snapshot": {
			"description": "What was looked at: working tree, or a commit's object id.",
			"type": "string"
		},
		"base": {
			"description": "The commit that it was compared with.",
			"type": "string"
		},
		"because": {
			"description": "Why with that one.",
			"type": "string"
		},
		"noBase": {
			"description": "Why it was compared with nothing; then there is no base.",
			"type": "string"
		},
		"counts": {
			"description": "Findings and dangers by severity.",
			"$ref": "#/$defs/counts"
		},
		"fresh": {
			"description": "Those of them that the base does not have.",
			"$ref": "#/$defs/counts"
		},
		"files": {
			"description": "Files that are not the same.",
			"$ref": "#/$defs/count"
		},
		"compared": {
			"description": "Documents that were compared; the others have the same inputs on both sides.",
			"$ref": "#/$defs/count"
		},
		"baseErrors": {
			"description": "Errors of the base: what they leave undetermined there is not compared.",
			"$ref": "#/$defs/count"
		},
		"documents": { "$ref": "#/$defs/count" },
		"effectiveDocuments": {
			"description": "Documents times the environments in which they exist.",
			"$ref": "#/$defs/count"
		},
		"asked": {
			"description": "The environments that were asked for; all of them where there is none.",
			"$ref": "#/$defs/names"
		},
		"environments": {
			"description": "The environments looked at that are not abstract.",
			"$ref": "#/$defs/names"
		},
		"perEnvironment": {
			"description": "What happens to each environment; protected ones first.",
			"type": "array",
			"items": {
				"type": "object",
				"required": [
					"name",
					"protected",
					"abstract",
					"state",
					"changed",
					"risky",
					"shadowed",
					"failed"
				],
				"additionalProperties": false,
				"properties": {
					"name": { "type": "string" },
					"protected": {
						"description": "At base or head.",
						"type": "boolean"
					},
					"abstract": { "type": "boolean" },
					"state": { "enum": [
						"same",
						"changed",
						"added",
						"removed"
					] },
					"parents": {
						"description": "What it inherits from, where that differs.",
						"type": "object",
						"required": ["before", "after"],
						"additionalProperties": false,
						"properties": {
							"before": { "$ref": "#/$defs/names" },
							"after": { "$ref": "#/$defs/names" }
						}
					},
					"changed": {
						"description": "Changes in it.",
						"$ref": "#/$defs/count"
					},
					"risky": {
						"description": "Dangers in it.",
						"$ref": "#/$defs/count"
					},
					"shadowed": {
						"description": "Edits that are without effect in it.",
						"$ref": "#/$defs/count"
					},
					"failed": {
						"description": "Errors in it.",
						"$ref": "#/$defs/count"
					}
				}
			}
		},
		"findings": {
			"description": "Without dangers.",
			"type": "array",
			"items": { "$ref": "#/$defs/finding" }
		},
		"dangers": {
			"type": "array",
			"items": { "$ref": "#/$defs/finding" }
		},
		"silenced": {
			"description": "Dangers that cairn.yaml of the base accepts.",
			"type": "array",
			"items": {
				"type": "object",
				"required": [
					"finding",
					"reason",
					"location"
				],
				"additionalProperties": false,
				"properties": {
					"finding": { "$ref": "#/$defs/finding" },
					"reason": { "type": "string" },
					"location": { "$ref": "#/$defs/location" },
					"until": {
						"description": "The last day on which it counts.",
						"type": "string"
					}
				}
			}
		},
		"judgedBy": {
			"description": "Whose rules say what is dangerous: head's only where the base has no cairn.yaml.",
			"enum": ["base", "head"]
		},
		"changes": {
			"description": "Effective changes; the same in many environments is one.",
			"type": "array",
			"items": { "$ref": "#/$defs/change" }
		},
		"shadowed": {
			"description": "Edits that change nothing.",
			"type": "array",
			"items": {
				"type": "object",
				"required": [
					"document",
					"pointer",
					"kind",
					"edit",
					"reason",
					"message",
					"environments"
				],
				"additionalProperties": false,
				"properties": {
					"document": { "type": "string" },
					"pointer": { "type": "string" },
					"kind": { "enum": [
						"added",
						"removed",
						"changed",
						"layer-removed"
					] },
					"edit": {
						"description": "In the head; in the base for what was removed.",
						"$ref": "#/$defs/location"
					},
					"reason": { "enum": ["overridden", "same-value"] },
					"by": { "$ref": "#/$defs/location" },
					"message": { "type": "string" },
					"environments": { "$ref": "#/$defs/names" }
				}
			}
		},
		"encryptedFiles": {
			"description": "Who can open encrypted files that are no layers, and could not before, or no more. That of layers is among the changes.",
			"type": "array",
			"items": {
				"type": "object",
				"required": ["file", "recipients"],
				"additionalProperties": false,
				"properties": {
					"file": { "type": "string" },
					"recipients": {
						"type": "array",
						"items": {
							"type": "object",
							"required": [
								"kind",
								"type",
								"recipient",
								"location"
							],
							"additionalProperties": false,
							"properties": {
								"kind": { "enum": ["added", "removed"] },
								"type": {
									"description": "As SOPS calls it: age, pgp, kms …",
									"type": "string"
								},
								"recipient": {
									"description": "Of age; of a key of another type what names it.",
									"type": "string"
								},
								"alias": {
									"description": "As the base's cairn.yaml calls it.",
									"type": "string"
								},
								"location": { "$ref": "#/$defs/location" }
							}
						}
					},
					"threshold": {
						"description": "Keys of how many groups it takes, where that is another number.",
						"type": "object",
						"required": ["before", "after"],
						"additionalProperties": false,
						"properties": {
							"before": { "$ref": "#/$defs/count" },
							"after": { "$ref": "#/$defs/count" }
						}
					}
				}
			}
		},
		"applying": {
			"description": "What has to be done so that the changes take effect.",
			"type": "array",
			"items": {
				"type": "object",
				"required": [
					"document",
					"takes",
					"environments"
				],
				"additionalProperties": false,
				"properties": {
					"document": { "type": "string" },
					"takes": { "enum": [
						"start",
						"stop",
						"restart",
						"unknown",
						"hot"
					] },
					"environments": { "$ref": "#/$defs/names" }
				}
			}
		},
		"reach": {
			"description": "What depends on what changes.",
			"type": "object",
			"required": [
				"reaches",
				"environments",
				"protected",
				"documents",
				"dependents"
			],
			"additionalProperties": false,
			"properties": {
				"reaches": {
					"type": "array",
					"items": {
						"type": "object",
						"required": [
							"environments",
							"protected",
							"documents",
							"dependents"
						],
						"additionalProperties": false,
						"properties": {
							"environments": { "$ref": "#/$defs/names" },
							"protected": { "type": "boolean" },
							"documents": { "$ref": "#/$defs/names" },
							"dependents": {
								"type": "array",
								"items": {
									"type": "object",
									"required": ["document", "way"],
									"additionalProperties": false,
									"properties": {
										"document": { "type": "string" },
										"way": { "$ref": "#/$defs/names" }
									}
								}
							}
						}
					}
				},
				"environments": { "$ref": "#/$defs/count" },
				"protected": { "$ref": "#/$defs/count" },
				"documents": { "$ref": "#/$defs/count" },
				"dependents": { "$ref": "#/$defs/count" }
			}
		},
		"access": {
			"description": "Who must approve the change; absent where there is no access.yaml.",
			"type": "object",
			"required": [
				"judgedBy",
				"state",
				"demands"
			],
			"additionalProperties": false,
			"properties": {
				"judgedBy": { "enum": [
					"base",
					"head",
					"nobody"
				] },
				"state": { "$ref": "#/$defs/demandState" },
				"demands": {
					"type": "array",
					"items": {
						"type": "object",
						"required": [
							"location",
							"roles",
							"state",
							"changes"
						],
						"additionalProperties": false,
						"properties": {
							"name": { "type": "string" },
							"location": { "$ref": "#/$defs/location" },
							"state": { "$ref": "#/$defs/demandState" },
							"changes": {
								"type": "array",
								"items": {
									"type": "object",
									"required": [
										"document",
										"pointer",
										"environments"
									],
									"additionalProperties": false,
									"properties": {
										"document": { "type": "string" },
										"pointer": { "type": "string" },
										"environments": { "$ref": "#/$defs/names" }
									}
								}
							},
							"roles": {
								"type": "array",
								"items": {
									"type": "object",
									"required": [
										"role",
										"users",
										"teams",
										"approvals",
										"approvedBy",
										"objectedBy",
										"missing",
										"unknownTeams",
										"state"
									],
									"additionalProperties": false,
									"properties": {
										"role": { "type": "string" },
										"users": { "$ref": "#/$defs/names" },
										"teams": { "$ref": "#/$defs/names" },
										"approvals": { "$ref": "#/$defs/count" },
										"approvedBy": { "$ref": "#/$defs/names" },
										"objectedBy": { "$ref": "#/$defs/names" },
										"missing": { "$ref": "#/$defs/count" },
										"unknownTeams": { "$ref": "#/$defs/names" },
										"state": { "$ref": "#/$defs/demandState" },
										"impossible": { "const": true }
									}
								}
							}
						}
					}
				}
			}
		},
		"routine": {
			"description": "Present where nothing but versions changes.",
			"type": "object",
			"required": ["values", "keys"],
			"additionalProperties": false,
			"properties": {
				"values": { "$ref": "#/$defs/count" },
				"keys": { "$ref": "#/$defs/names" }
			}
		},
		"undecided": {
			"description": "What only a key would decide.",
			"type": "array",
			"items": {
				"type": "object",
				"required": [
					"message",
					"location",
					"environments"
				],
				"additionalProperties": false,
				"properties": {
					"message": { "type": "string" },
					"location": { "$ref": "#/$defs/location" },
					"environments": { "$ref": "#/$defs/names" }
				}
			}
		},
		"notChecked": {
			"description": "What this run did not look at, and why.",
			"type": "array",
			"items": { "type": "string" }
		},
		"timing": {
			"type": "array",
			"items": {
				"type": "object",
				"required": ["stage", "took"],
				"additionalProperties": false,
				"properties": {
					"stage": { "enum": [
						"open",
						"check",
						"compare",
						"known",
						"dangers",
						"reach"
					] },
					"took": {
						"description": "Milliseconds.",
						"type": "number",
						"minimum": 0
					}
				}
			}
		}
	},
	$defs: {
		"count": {
			"type": "integer",
			"minimum": 0,
			"maximum": 9007199254740991
		},
		"names": {
			"type": "array",
			"items": { "type": "string" }
		},
		"severity": { "enum": [
			"error",
			"warning",
			"note"
		] },
		"demandState": { "enum": [
			"approved",
			"missing",
			"undecided"
		] },
		"counts": {
			"type": "object",
			"required": [
				"error",
				"warning",
				"note"
			],
			"additionalProperties": false,
			"properties": {
				"error": { "$ref": "#/$defs/count" },
				"warning": { "$ref": "#/$defs/count" },
				"note": { "$ref": "#/$defs/count" }
			}
		},
		"place": {
			"description": "Lines and columns count from 1; columns are UTF-16 units, ends are exclusive.",
			"properties": {
				"file": {
					"description": "Path from the root of the configuration repository.",
					"type": "string"
				},
				"line": { "$ref": "#/$defs/count" },
				"column": { "$ref": "#/$defs/count" },
				"endLine": { "$ref": "#/$defs/count" },
				"endColumn": { "$ref": "#/$defs/count" },
				"variable": {
					"description": "A process variable.",
					"type": "string"
				},
				"environment": {
					"description": "An environment as such.",
					"type": "string"
				},
				"side": {
					"description": "The place is in the base, and the head may not have it.",
					"const": "base"
				}
			}
		},
		"location": {
			"type": "object",
			"$ref": "#/$defs/place",
			"unevaluatedProperties": false
		},
		"finding": {
			"type": "object",
			"$ref": "#/$defs/place",
			"required": [
				"rule",
				"severity",
				"message",
				"related",
				"environments"
			],
			"unevaluatedProperties": false,
			"properties": {
				"rule": { "type": "string" },
				"severity": { "$ref": "#/$defs/severity" },
				"message": { "type": "string" },
				"related": {
					"type": "array",
					"items": {
						"type": "object",
						"$ref": "#/$defs/place",
						"required": ["message"],
						"unevaluatedProperties": false,
						"properties": { "message": { "type": "string" } }
					}
				},
				"environments": { "$ref": "#/$defs/names" },
				"since": {
					"description": "known: the base has it too. Absent without a base.",
					"enum": ["new", "known"]
				}
			}
		},
		"change": {
			"type": "object",
			"required": [
				"document",
				"pointer",
				"kind",
				"environments"
			],
			"additionalProperties": false,
			"properties": {
				"document": {
					"description": "kind/name.",
					"type": "string"
				},
				"pointer": {
					"description": "Where it stands after; for what was removed, where it would.",
					"type": "string"
				},
				"beforePointer": {
					"description": "Where it stood before, where that differs.",
					"type": "string"
				},
				"kind": { "enum": [
					"added",
					"removed",
					"changed"
				] },
				"whole": {
					"description": "The document as such is there on one side only.",
					"const": true
				},
				"renamed": {
					"description": "Of such a document the name that it has on the other side, kind/name: it was renamed.",
					"type": "string"
				},
				"edited": {
					"description": "A document that was renamed says something else, too.",
					"const": true
				},
				"resealed": {
					"description": "Encrypted on both sides, and not the same ciphertext: only a key tells whether it is another value.",
					"const": true
				},
				"secret": {
					"description": "The schema says that it is not to be shown.",
					"const": true
				},
				"risky": {
					"description": "Something dangerous or an error is found at its place.",
					"const": true
				},
				"undetermined": {
					"description": "One side could not be determined.",
					"const": true
				},
				"reload": {
					"description": "What the schema says it takes to apply it.",
					"enum": ["hot", "restart"]
				},
				"before": { "$ref": "#/$defs/side" },
				"after": { "$ref": "#/$defs/side" },
				"removedBy": {
					"description": "The null that takes it away, where a layer below still says it.",
					"$ref": "#/$defs/location"
				},
				"environments": { "$ref": "#/$defs/names" }
			}
		},
		"side": {
			"type": "object",
			"required": ["shown", "shadowed"],
			"additionalProperties": false,
			"properties": {
				"shown": {
					"description": "The value for people, at most 160 characters.",
					"type": "string"
				},
				"value": { "description": "The value; absent where it must not be shown. What is encrypted, could not be determined or is named like a secret is {\"$opaque\": …}." },
				"location": { "$ref": "#/$defs/location" },
				"byDefault": {
					"description": "Nobody says it: it is the schema's default.",
					"const": true
				},
				"via": {
					"description": "The reference through which it came.",
					"$ref": "#/$defs/location"
				},
				"targets": {
					"description": "What references of that text lead to.",
					"$ref": "#/$defs/names"
				},
				"shadowed": {
					"description": "What lies below and does not count, highest precedence first.",
					"type": "array",
					"items": { "$ref": "#/$defs/location" }
				}
			}
		}
	}
};
// src/adapters/report-schema.ts
var import__2020 = require__2020();
const OPTIONS = {
	strict: true,
	strictRequired: false,
	strictTypes: false,
	logger: false,
	messages: false,
	ownProperties: true
};
let compiled;
/** Whether data has the shape of a report (`schemas/output/report.json`). Its texts may still say anything. */
function hasReportShape(data) {
	return (compiled ??= new import__2020.Ajv2020(OPTIONS).compile(report_default))(data);
}
// src/action/find-pull-request.ts
/**
* The open pull request that a run was for: the one whose head is the run's commit, in the repository that it came
* from. Nothing but GitHub is asked. The list of pull requests of a commit would not do: for a fork's it is empty.
*
* @throws GitHubRefused
*/
async function findPullRequest(github, run) {
	const { headSha, headBranch, headRepository } = run;
	const found = (await github.openPullRequests({
		owner: headRepository.owner,
		branch: headBranch
	})).filter((candidate) => isOf(candidate, run));
	const [listed, second] = found;
	if (second !== void 0) {
		const numbers = list(found.map(({ number }) => say`${number}`));
		return { problem: say`${name(headSha)} is the head of the pull requests ${numbers}: which one the run was for cannot be told` };
	}
	const pullRequest = listed === void 0 ? void 0 : await github.pullRequest(listed.number);
	if (pullRequest !== void 0 && isOf(pullRequest, run)) return { pullRequest };
	return { problem: say`no open pull request has ${name(headSha)} as its head any more: it has newer commits, or was closed` };
}
function isOf({ isOpen, head, headRepository, baseRepository }, run) {
	return isOpen && head === run.headSha && headRepository === run.headRepository.id && baseRepository === run.repository;
}
// src/action/fork-report.ts
/**
* The report that a check of a fork or of Dependabot left as an artifact, and the pull request that it is for. What the
* artifact says of the latter is compared with what GitHub says, never believed.
*
* @throws GitHubRefused
*/
async function readForkReport(github, run, artifact) {
	if (!isOfPullRequest(run)) return { problem: say`run ${run.id} was started by ${name(run.event)}, not by pull_request` };
	const { pullRequest, problem } = await findPullRequest(github, run);
	if (pullRequest === void 0) return { problem };
	const found = await github.artifactFile({
		run: run.id,
		artifact,
		file: HANDOFF_FILE,
		limit: MAX_HANDOFF_BYTES
	});
	if (found.bytes === void 0) return { problem: found.problem };
	const read = readHandoff(found.bytes, {
		sha: run.headSha,
		repository: run.headRepository.id
	});
	if (read.report === void 0) return { problem: read.problem };
	return {
		pullRequest,
		report: read.report,
		prefix: read.prefix
	};
}
// src/action/comment-step.ts
/**
* Comments for a check that might not: on `workflow_run`, with the report that the check left as an artifact. Nothing
* of the workspace is read. What stands in the way is a warning, never a failure: the check itself has its own verdict.
*
* @throws Failure (usage) where the step stands in another workflow, or has no token
*/
async function commentStep(runner, inputs) {
	if (runner.event.name !== "workflow_run") throw new Failure("usage", say`comments for forks are made on workflow_run`, say`docs/action.md has both workflows`);
	const github = await githubOf(runner, inputs);
	if (github === void 0) throw new Failure("usage", say`there is no token to comment with`, say`the input github-token is empty; left out, it is that of the job`);
	const run = readWorkflowRun(runner.event.payload);
	if (run === void 0) {
		warn(runner, say`no comment: the event does not say which repository the run was for; a fork that was deleted is none`);
		return;
	}
	try {
		await relay(runner, {
			github,
			inputs,
			run
		});
	} catch (error) {
		if (!(error instanceof GitHubRefused)) throw error;
		warn(runner, error.hint === void 0 ? error.said : say`${error.said}: ${error.hint}`);
	}
}
async function relay(runner, { github, inputs, run }) {
	const found = await readForkReport(github, run, inputs.artifact);
	if (found.report === void 0) {
		if (run.headRepository.id === run.repository) runner.log(`no comment: ${found.problem}`);
		else warn(runner, say`no comment: ${found.problem}`);
		return;
	}
	const report = reportIn(found.report);
	if (report === void 0) {
		warn(runner, say`no comment: the report of the check is not what Cairn writes, or what another version of it writes`);
		return;
	}
	const { variables } = runner;
	const { number } = found.pullRequest;
	const links = linksOf(variables, {
		head: run.headSha,
		...report.base === void 0 ? {} : { base: report.base }
	});
	const outcome = await post({
		github,
		pullRequest: number,
		head: run.headSha,
		report: {
			...report,
			snapshot: run.headSha
		},
		marker: inputs.marker,
		run: runUrl(variables, String(run.id)),
		prefix: found.prefix,
		note: noteOn(runUrl(variables, String(run.id))),
		...links && { links }
	});
	const { log, warning } = outcomeText(outcome);
	for (const line of log) runner.log(line);
	if (warning !== void 0) warn(runner, warning);
	runner.output("comment-url", commentUrl(outcome, variables, number));
}
/** Who proposes a change may change the workflow that checks it: readers have to know whose word this is. */
function noteOn(run) {
	return `\n<sub>Reported by ${run === void 0 ? "the run of the pull request itself" : `[the run of the pull request itself](${run})`}, which had no rights: a pull request that changes its own workflow can report anything.</sub>\n`;
}
function reportIn(data) {
	return hasReportShape(data) ? data : void 0;
}
function warn(runner, message) {
	runner.annotate({
		level: "warning",
		title: "Cairn",
		message
	});
}
export { commentStep };
